/** Of a preview as it is made: twice as wide as it is shown, for screens with fine dots. In pixels. */
export const PREVIEW_EDGE = 320

export const PREVIEW_TYPE = 'image/webp'

/**
 * The most pixels of a picture that is decoded, looked at before anything is: telephones take 12 to 50 million. Each takes four bytes
 * of memory.
 */
export const MOST_PIXELS = 51_000_000

/** The same of a JPEG, which is decoded at a fraction of its size: the largest cameras in telephones take 200 million. */
export const MOST_PIXELS_OF_JPEG = 210_000_000

/** Pixels along one edge: of a panorama, say. */
export const LONGEST_EDGE = 30_000

/** True for a picture whose pixels there is room for. */
export function canBeDecoded({ width, height }: { readonly width: number; readonly height: number }, type: string): boolean {
  const most = type === 'image/jpeg' ? MOST_PIXELS_OF_JPEG : MOST_PIXELS
  return width > 0 && height > 0 && width <= LONGEST_EDGE && height <= LONGEST_EDGE && width * height <= most
}
