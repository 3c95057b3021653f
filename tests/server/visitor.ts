import { authRoute } from "../../lib/server/auth-route.ts"

/** Somebody with a browser: keeps the cookies that answers set, and sends them along. */
export class Visitor {
  readonly jar = new Map<string, string>()

  constructor(
    readonly address = "192.0.2.1",
    readonly host = "127.0.0.1:3000",
  ) {}

  /** The same cookies in other hands. */
  copy(): Visitor {
    const copy = new Visitor(this.address, this.host)
    for (const [name, value] of this.jar) copy.jar.set(name, value)
    return copy
  }

  headers(more: Record<string, string> = {}): Headers {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join("; ")
    return new Headers({
      host: this.host,
      "x-apparatus-peer": this.address,
      "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
      ...(cookie && { cookie }),
      ...more,
    })
  }

  request(method: string, path: string, body?: unknown, more: Record<string, string> = {}): Request {
    const json = body === undefined ? {} : { "content-type": "application/json", "sec-fetch-site": "same-origin" }
    const headers = this.headers({ ...json, ...more })
    return new Request(`http://${this.host}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
  }

  /** Ask for something under /api/auth/. */
  async auth(method: string, path: string, body?: object, more: Record<string, string> = {}): Promise<Response> {
    const steps = path.split("?")[0]!.split("/")
    const request = this.request(method, `/api/auth/${path}`, body, more)
    const response = await authRoute(request, { params: Promise.resolve({ nextauth: steps }) })
    this.keep(response)
    return response
  }

  keep(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = "", ...attributes] = line.split(";")
      const [name = "", ...value] = pair.split("=")
      const gone = attributes.some(each => /^\s*Max-Age=0$/i.test(each))
      if (gone) this.jar.delete(name)
      else this.jar.set(name, value.join("="))
    }
  }

  async csrf(): Promise<string> {
    return ((await (await this.auth("GET", "csrf")).json()) as { csrfToken: string }).csrfToken
  }

  /** Sign in with a password, and a code; answers the word for the failure, or null. */
  async signIn(email: string, password: string, code?: string): Promise<string | null> {
    return this.enter("callback/credentials", { email, password, ...(code !== undefined && { code }) })
  }

  /** Sign in with what one of our own ways takes; answers the word for the failure, or null. */
  async enter(way: string, words: object): Promise<string | null> {
    const response = await this.auth("POST", way, { csrfToken: await this.csrf(), ...words, json: "true" })
    const { url } = (await response.json()) as { url: string }
    return new URL(url).searchParams.get("error")
  }
}
