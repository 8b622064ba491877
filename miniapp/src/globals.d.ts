/** Where the API answers, without a closing slash; set at build time. */
declare const API_BASE: string
/** By what contract this app reads answers; another contract has another mark. */
declare const CONTRACT: string
/** In a browser: the drawings of `ui/icons` by their names, as SVG. */
declare const DRAWINGS: Readonly<Record<import('./ui/icon-names').IconName, string>>
/** True where anyone may enter as anyone (development); false removes that page from the build. */
declare const SANDBOX: boolean
/** Where that door stands, without a closing slash; in the browser the app's own origin. */
declare const SANDBOX_BASE: string
/** The pages of every slice, as they lie in the source tree. */
declare const SUB_PACKAGES: { root: string; pages: string[] }[]

declare module '*.css'
declare module '*.png'
