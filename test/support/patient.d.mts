export const PATIENT: { readonly timeout: number; readonly protocolTimeout: number };
