import { createServer, type RequestListener, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { brotliCompressSync, deflateSync, gzipSync } from "node:zlib"
import fc from "fast-check"
import { afterEach, describe, expect, test } from "vitest"
import { isPublicAddress } from "../../lib/net/public-address.ts"
import { type Network, type SafeRequest, safeFetch } from "../../lib/net/safe-fetch.ts"

const outside = "93.184.216.34"
const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A site that every public address leads to, and what was asked of it. */
async function site(answer: RequestListener, resolve: Network["resolve"] = async () => [outside]) {
  const asked: { host: string; path: string; headers: Record<string, unknown>; method: string; body: string }[] = []
  const dialled: string[] = []
  const server = createServer((request, response) => {
    let body = ""
    request.on("data", chunk => {
      body += chunk
    })
    request.on("end", () => {
      const { headers, url, method } = request
      asked.push({ host: headers.host ?? "", path: url ?? "", headers, method: method ?? "", body })
      answer(request, response)
    })
  })
  servers.push(server)
  await new Promise<void>(done => server.listen(0, "127.0.0.1", done))
  const { port } = server.address() as AddressInfo
  const network: Network = {
    resolve,
    dial: address => {
      dialled.push(address)
      return { host: "127.0.0.1", port }
    },
  }
  const fetched = (url: string, more: Partial<SafeRequest> = {}) =>
    safeFetch({ url, bytes: 100_000, milliseconds: 1_000, ...more }, network)
  return { asked, dialled, fetched }
}

const says: RequestListener = (_, response) => {
  response.setHeader("content-type", "text/html; charset=windows-1251")
  response.end("ship")
}

describe("a page of the public internet", () => {
  test("comes with its final address, type and bytes, and nothing is sent that was not named", async () => {
    const { fetched, asked } = await site(says)
    const answer = await fetched("http://example.org/a?b=1#c", { types: ["text/html"] })
    expect(answer).toMatchObject({ ok: true, status: 200, url: "http://example.org/a?b=1", mediaType: "text/html" })
    expect(answer).toMatchObject({ charset: "windows-1251", bytes: new TextEncoder().encode("ship") })
    expect(asked[0]).toMatchObject({ host: "example.org", path: "/a?b=1", method: "GET" })
    expect(Object.keys(asked[0]!.headers).sort()).toEqual(
      ["accept", "accept-encoding", "connection", "host", "user-agent"].sort(),
    )
  })

  test("may be packed", async () => {
    const { fetched } = await site((_, response) => {
      response.setHeader("content-encoding", "gzip")
      response.end(gzipSync("ship"))
    })
    expect(await fetched("http://example.org/")).toMatchObject({ bytes: new TextEncoder().encode("ship") })
  })

  test("is sent what is posted, and a redirect of that is an answer and not followed", async () => {
    const { fetched, asked } = await site((_, response) => response.writeHead(307, { location: "/b" }).end())
    const posted = { method: "POST", headers: { "x-signature": "abc" }, body: "{}" } as const
    expect(await fetched("http://example.org/a", posted)).toMatchObject({ ok: true, status: 307 })
    expect(asked).toMatchObject([{ method: "POST", body: "{}", headers: { "x-signature": "abc" } }])
  })
})

describe("an answer of which little is wanted", () => {
  test("is cut when it is long, packed or not, and says when to ask again", async () => {
    const { fetched } = await site((_, response) => {
      response.writeHead(503, { "retry-after": "30", "content-length": "20" }).end("a".repeat(20))
    })
    const cut = await fetched("http://example.org/", { bytes: 8, cut: true })
    expect(cut).toMatchObject({ ok: true, status: 503, retryAfter: "30", bytes: new TextEncoder().encode("aaaaaaaa") })
    expect(await fetched("http://example.org/", { bytes: 8 })).toEqual({ ok: false, why: "size" })
    const packed = await site((_, response) => {
      response.setHeader("content-encoding", "gzip")
      response.end(gzipSync("b".repeat(1_000_000)))
    })
    const short = await packed.fetched("http://example.org/", { bytes: 3, cut: true })
    expect(short).toMatchObject({ ok: true, retryAfter: "", bytes: new TextEncoder().encode("bbb") })
  })
})

describe("what lies inside is never asked", () => {
  test.each([
    ["http://127.1/", "inside"],
    ["http://0x7f000001/", "inside"],
    ["http://2130706433/", "inside"],
    ["http://0177.0.0.1/", "inside"],
    ["http://[::1]/", "inside"],
    ["http://[::ffff:10.0.0.1]/", "inside"],
    ["http://[::ffff:93.184.216.34]/", "inside"],
    ["http://[::127.0.0.1]/", "inside"],
    ["http://[64:ff9b::7f00:1]/", "inside"],
    ["http://[2002:7f00:1::]/", "inside"],
    ["http://[fd00::1]/", "inside"],
    ["http://[fe80::1]/", "inside"],
    ["http://169.254.169.254/latest/meta-data", "inside"],
    ["http://0/", "inside"],
    ["http://localhost./", "inside"],
    ["http://a.localhost/", "inside"],
    ["http://ⓛⓞⓒⓐⓛⓗⓞⓢⓣ/", "inside"],
    ["http://127.0.0.1./", "inside"],
    ["http://0x7f.1/", "inside"],
    ["http://017700000001/", "inside"],
    ["http://%31%32%37.0.0.1/", "inside"],
    ["http://[::ffff:7f00:1]/", "inside"],
    ["http://[::]/", "inside"],
    ["http://[64:ff9b:1::a00:1]/", "inside"],
    ["http://[2001:0:7f00:1::1]/", "inside"],
    ["http://[ff02::1]/", "inside"],
    ["http://[fec0::1]/", "inside"],
    ["http://100.100.100.200/latest/meta-data", "inside"],
    ["http://localhost../", "inside"],
    ["http://[fe80::1%25eth0]/", "address"],
    ["http://[::1%lo]/", "address"],
    ["http://256.1.1.1/", "address"],
    ["http://example.org:0/", "port"],
    ["http:\\\\127.0.0.1\\", "inside"],
    ["http://example.org@127.0.0.1/", "userinfo"],
    ["http://127.0.0.1#@example.org/", "inside"],
    ["http:127.0.0.1/", "inside"],
    ["\thttp://127.0.\n0.1/", "inside"],
    ["jar:http://example.org!/", "scheme"],
    ["javascript:fetch('http://10.0.0.1')", "scheme"],
    ["blob:http://example.org/a", "scheme"],
    ["http://１２７.0.0.1/", "inside"],
    ["http://example.org:8080/", "port"],
    ["http://example.org:22/", "port"],
    ["http://a:b@example.org/", "userinfo"],
    ["ftp://example.org/", "scheme"],
    ["file:///etc/passwd", "scheme"],
    ["data:text/html,a", "scheme"],
    ["gopher://example.org/", "scheme"],
    ["example.org", "address"],
    ["http://", "address"],
  ])("%s", async (url, why) => {
    const { fetched, asked } = await site(says)
    expect(await fetched(url)).toEqual({ ok: false, why })
    expect(asked).toEqual([])
  })

  test("a name with one private address among public ones is refused", async () => {
    const { fetched, asked } = await site(says, async () => [outside, "10.0.0.1"])
    expect(await fetched("http://example.org/")).toEqual({ ok: false, why: "inside" })
    expect(asked).toEqual([])
  })

  test("a name that resolves to a private address the second time is resolved once, and dialled as judged", async () => {
    let times = 0
    const { fetched, dialled } = await site(says, async () => (times++ === 0 ? [outside] : ["127.0.0.1"]))
    expect(await fetched("http://example.org/")).toMatchObject({ ok: true })
    expect(times).toBe(1)
    expect(dialled).toEqual([outside])
    expect(await fetched("http://example.org/")).toEqual({ ok: false, why: "inside" })
    expect(dialled).toEqual([outside])
  })

  test.each([
    ["http://10.0.0.1/", "inside"],
    ["//[::1]/", "inside"],
    ["http://example.org:25/", "port"],
    ["file:///etc/passwd", "scheme"],
    ["http://example.org@10.0.0.1/", "userinfo"],
    ["data:text/html,a", "scheme"],
    ["http://0x7f000001/", "inside"],
    ["http://[fe80::1%25eth0]/", "address"],
  ])("a redirect to %s is refused", async (location, why) => {
    const { fetched, asked } = await site((_, response) => response.writeHead(302, { location }).end())
    expect(await fetched("http://example.org/")).toEqual({ ok: false, why })
    expect(asked).toHaveLength(1)
  })

  test.each([
    ["a mapped one", "::ffff:93.184.216.34"],
    ["one with a zone", "2606:2800:220:1::1%eth0"],
    ["one in fewer parts", "93.184.55330"],
    ["none that is one", "localhost"],
  ])("a name of which the resolver says %s is refused", async (_, address) => {
    const { fetched, dialled } = await site(says, async () => [address])
    expect(await fetched("http://example.org/")).toEqual({ ok: false, why: "inside" })
    expect(dialled).toEqual([])
  })

  test("a name that leads inside only after a redirect to itself is judged again", async () => {
    let times = 0
    const { fetched, asked } = await site(
      (_, response) => response.writeHead(302, { location: "http://example.org/" }).end(),
      async () => (times++ === 0 ? [outside] : ["169.254.169.254"]),
    )
    expect(await fetched("http://example.org/")).toEqual({ ok: false, why: "inside" })
    expect(asked).toHaveLength(1)
  })

  test("redirects are followed three times, each resolved and judged anew, and headers stay behind", async () => {
    const hosts: string[] = []
    const { fetched, asked } = await site(
      (request, response) => {
        const step = Number(request.url!.slice(1))
        if (step > 0) response.writeHead(302, { location: `http://h${step}.example/${step - 1}` }).end()
        else response.end("there")
      },
      async host => {
        hosts.push(host)
        return [outside]
      },
    )
    const three = await fetched("http://example.org/3", { headers: { authorization: "secret" } })
    expect(three).toMatchObject({ ok: true, url: "http://h1.example/0" })
    expect(hosts).toEqual(["example.org", "h3.example", "h2.example", "h1.example"])
    expect(asked.map(({ headers }) => headers["authorization"])).toEqual(["secret", undefined, undefined, undefined])
    expect(await fetched("http://example.org/4")).toEqual({ ok: false, why: "redirects" })
  })

  test("law: no address within the ranges that are not public is taken for public", () => {
    const byte = fc.integer({ min: 0, max: 255 })
    const v4 = fc.constantFrom(
      ...["0", "10", "127", "169.254", "172.16", "172.31", "192.168", "100.64", "100.127", "224", "240", "255"],
      ...["192.0.2", "198.51.100", "203.0.113", "192.0.0", "198.18", "198.19", "192.88.99"],
    )
    fc.assert(
      fc.property(v4, byte, byte, byte, (start, ...rest) => {
        const address = [...start.split("."), ...rest].slice(0, 4).join(".")
        expect(isPublicAddress(address)).toBe(false)
        expect(isPublicAddress(`::ffff:${address}`)).toBe(false)
        expect(isPublicAddress(`64:ff9b::${address}`)).toBe(false)
      }),
    )
    for (const address of ["2001:db8::1", "3fff::1", "ff02::1", "fec0::1", "2001::1", "fe80::1%eth0", "1.2", "x", ""])
      expect(isPublicAddress(address)).toBe(false)
    for (const address of ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"])
      expect(isPublicAddress(address)).toBe(true)
  })
})

describe("nobody is kept busy", () => {
  test("with what is unpacked to more than the limit", async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000))
    const { fetched } = await site((_, response) => {
      response.setHeader("content-encoding", "gzip")
      response.end(bomb)
    })
    expect(bomb.length).toBeLessThan(60_000)
    expect(await fetched("http://example.org/")).toEqual({ ok: false, why: "size" })
  })

  test.each([
    ["deflate", deflateSync],
    ["br", brotliCompressSync],
  ])("with what is packed by %s to more than the limit", async (packing, pack) => {
    const bomb = pack(Buffer.alloc(5_000_000))
    const { fetched } = await site((_, response) => {
      response.setHeader("content-encoding", packing)
      response.end(bomb)
    })
    expect(await fetched("http://example.org/")).toEqual({ ok: false, why: "size" })
  })

  test("with what is packed twice, or is not packed as it says", async () => {
    const { fetched } = await site((request, response) => {
      const twice = request.url === "/twice"
      response.setHeader("content-encoding", twice ? "gzip, gzip" : "gzip")
      response.end(twice ? gzipSync(gzipSync(Buffer.alloc(1_000_000))) : "not packed")
    })
    expect(await fetched("http://example.org/twice")).toEqual({ ok: false, why: "type" })
    expect(await fetched("http://example.org/not")).toEqual({ ok: false, why: "unreachable" })
  })

  test("with headers that do not end, or a redirect whose body does not", async () => {
    const { fetched } = await site((request, response) => {
      if (request.url === "/headers") {
        const more = () => {
          while (response.socket?.writable && response.socket.write(`x-a: ${"a".repeat(1_000)}\r\n`));
          response.socket?.once("drain", more)
        }
        response.socket!.write("HTTP/1.1 200 OK\r\n")
        more()
      } else if (request.url === "/redirect") {
        response.writeHead(302, { location: "/there" })
        const clock = setInterval(() => response.write("a"), 10)
        response.on("close", () => clearInterval(clock))
      } else response.end("there")
    })
    expect(await fetched("http://example.org/headers")).toEqual({ ok: false, why: "unreachable" })
    expect(await fetched("http://example.org/redirect")).toMatchObject({ ok: true, url: "http://example.org/there" })
  })

  test("with a length that is a lie", async () => {
    const { fetched } = await site((_, response) =>
      response.writeHead(200, { "content-length": "99999999999" }).end("a"),
    )
    expect(await fetched("http://example.org/")).toEqual({ ok: false, why: "size" })
  })

  test("with a stream that does not end", async () => {
    const { fetched } = await site((_, response) => {
      const more = () => {
        while (response.write("a".repeat(10_000))) if (response.destroyed) return
        response.once("drain", more)
      }
      more()
    })
    expect(await fetched("http://example.org/")).toEqual({ ok: false, why: "size" })
  })

  test.each([
    ["a byte at a time", "a"],
    ["nothing at all", ""],
  ])("with an answer of %s", async (_, byte) => {
    const { fetched } = await site((_, response) => {
      const clock = setInterval(() => byte && response.write(byte), 20)
      response.on("close", () => clearInterval(clock))
    })
    // Both run on the same clock, which a busy machine holds up for both.
    const late = new Promise(done => setTimeout(done, 900, "late"))
    const answer = fetched("http://example.org/", { milliseconds: 300 })
    expect(await Promise.race([answer, late])).toEqual({ ok: false, why: "slow" })
  })

  test("with a resolver that does not answer", async () => {
    const { fetched } = await site(says, () => new Promise(() => {}))
    expect(await fetched("http://example.org/", { milliseconds: 100 })).toEqual({ ok: false, why: "slow" })
  })

  test("with a type that was not asked for, or packed as nobody knows", async () => {
    const { fetched } = await site((request, response) => {
      response.setHeader("content-type", "video/mp4")
      if (request.url === "/packed") response.setHeader("content-encoding", "zzz")
      response.end("a")
    })
    const types = ["text/html"]
    expect(await fetched("http://example.org/", { types })).toEqual({ ok: false, why: "type", status: 200 })
    expect(await fetched("http://example.org/packed")).toEqual({ ok: false, why: "type" })
  })

  test("with a site that is not there", async () => {
    const unresolved = await site(says, async () => Promise.reject(new Error("ENOTFOUND")))
    expect(await unresolved.fetched("http://example.org/")).toEqual({ ok: false, why: "unresolved" })
    const { fetched } = await site((request, _) => request.socket.destroy())
    expect(await fetched("http://example.org/")).toEqual({ ok: false, why: "unreachable" })
  })
})
