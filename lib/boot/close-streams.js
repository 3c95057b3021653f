/**
 * End the live streams of this process (lib/live keeps its switchboard there). They never end by themselves in time, and
 * a server that waited for them would not stop.
 */
export const closeStreams = () =>
  /** @type {{ apparatusLive?: { close: () => Promise<void> } }} */ (globalThis).apparatusLive?.close()
