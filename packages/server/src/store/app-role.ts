/** The role that the app works as. It may read and write rows; it owns nothing. */
export const APP_ROLE = 'blamefree_app'
