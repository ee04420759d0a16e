/** Logical name (`app.css`) → file name in `outDir` (`app-0123456789.css`). */
export function buildAssets(options: { outDir: string; scripts?: Record<string, string> }): Promise<Record<string, string>>
