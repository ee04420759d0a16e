/** Room for any page of ours. */
let room = Buffer.alloc(0)

/**
 * A page's bytes. `Buffer.from` goes through a text twice, to measure and to write; a page is long enough for that to be felt,
 * so here it is written once, into room that is there already, and its bytes are copied.
 */
export function utf8(text: string): Buffer<ArrayBuffer> {
  // No character takes more than three bytes for each of its UTF-16 units.
  if (text.length * 3 > room.length) room = Buffer.allocUnsafeSlow(Math.max(text.length * 3, 256 * 1024))
  const length = room.write(text)
  return Buffer.from(room.subarray(0, length))
}
