let email: string | null = null

/** For the header: says whose page this is. */
export function setPersonHere(of: string): void {
  email = of
}

/** The e-mail address of whoever the page was made for; null when nobody is signed in. */
export const personHere = (): string | null => email
