export async function takeStorePictures(_folder: string): Promise<number> { return 0; }
