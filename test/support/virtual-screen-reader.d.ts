/** The bundle for browsers has the types of the package, which forgets to say so. */
declare module '@guidepup/virtual-screen-reader/browser.js' {
  export * from '@guidepup/virtual-screen-reader';
}
