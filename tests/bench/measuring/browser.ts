export interface BenchBrowser { close(): Promise<void> }
