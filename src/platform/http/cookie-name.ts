/** A cookie's name. Behind HTTPS its prefix has browsers refuse it unless it comes from this very host, over HTTPS. */
export const cookieName = (name: string, secure: boolean) => (secure ? `__Host-${name}` : name)
