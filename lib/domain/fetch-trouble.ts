/** Why a page could not be fetched. */
export type FetchTrouble =
  | "address"
  | "scheme"
  | "port"
  | "userinfo"
  | "inside"
  | "unresolved"
  | "unreachable"
  | "redirects"
  | "status"
  | "type"
  | "size"
  | "slow"
  | "off"

export const fetchTroubleSentences: Readonly<Record<FetchTrouble, string>> = {
  address: "This is not the address of a page. Write it in full, beginning with https:// or http://.",
  scheme: "Only addresses that begin with https:// or http:// can be fetched. Save the file and upload it instead.",
  port: "Only the usual ports of the web, 443 and 80, are asked. Save the page in your browser and upload it instead.",
  userinfo: "The address has a name or a password in it. Take it out, or save the page and upload it instead.",
  inside: "This address lies inside a private network, which is never asked. Save the page and upload it instead.",
  unresolved: "There is no site of this name, or it can’t be found right now. Check the address and try again.",
  unreachable: "The site does not answer. Try again later, or save the page in your browser and upload it instead.",
  redirects: "The site sent us on too many times. Open the address in your browser and use the one that it ends at.",
  status: "The site did not give out the page. Open it in your browser, save it, and upload the file instead.",
  type: "What is at this address is no document that can be read here. Save it in another form and upload that.",
  size: "What is at this address is larger than a text may be. Save a part of it and upload that.",
  slow: "The site took too long to answer. Try again later, or save the page in your browser and upload it instead.",
  off: "Fetching from the web is switched off on this server. Save the page in your browser and upload it instead.",
}
