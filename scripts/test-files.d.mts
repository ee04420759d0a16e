export declare function testFiles(root: string): string[]
export declare function reaches(file: string, target: string): boolean
