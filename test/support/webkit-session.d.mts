export interface WebKitParts {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}

export class WebKitSession {
  static find(): WebKitParts;
  static start(found?: WebKitParts, capabilities?: Readonly<Record<string, unknown>>): Promise<WebKitSession>;
  /** What it gives depends on the command. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  request(path: string, body?: unknown, method?: string): Promise<any>;
  screen(): Buffer;
  pause(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
}
