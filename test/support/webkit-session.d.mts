export interface WebKitParts {
  readonly driver: string;
  readonly browser: string;
  readonly screen: string;
}

export class WebKitSession {
  static find(): WebKitParts;
  static start(found?: WebKitParts, capabilities?: Readonly<Record<string, unknown>>): Promise<WebKitSession>;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- what it gives depends on the command
  request(path: string, body?: unknown, method?: string): Promise<any>;
  screen(): Buffer;
  pause(milliseconds: number): Promise<void>;
  stop(): Promise<void>;
}
