/** Address of the folder that the build was published to; the bundler puts it in place. */
declare const __webpack_public_path__: string;
