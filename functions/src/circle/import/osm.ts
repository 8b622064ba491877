import type { Bytes } from './bytes'
import { Gathering, type OsmContents } from './osm/gather'
import { readPbf } from './osm/pbf'
import { readXml } from './osm/xml'

/** Reads an OpenStreetMap extract whole: its places and its walkable ways. */
export const readOsm = async (kind: 'xml' | 'pbf', chunks: Bytes): Promise<OsmContents> => {
  const gathering = new Gathering()
  await (kind === 'xml' ? readXml(chunks, gathering) : readPbf(chunks, gathering))
  return gathering.contents()
}
