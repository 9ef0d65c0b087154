/** The version that `blamefree --version` prints. */
export const VERSION = '0.1.0'
