/** The photos of the demo's requests, as if WeChat had passed them long ago. */
import { readFileSync } from 'node:fs'
import type { Instant } from '@yike/shared/kernel/time'
import { keptFile, photoChanges } from '../microproject/store'
import type { Table } from '../platform/table'
import { projectPhotos } from './life/projects'

/** `keep` puts a file where the bucket keeps them. Again it changes nothing. */
export const loadPhotos = async (
  table: Table,
  now: Instant,
  keep: (key: string, bytes: Uint8Array) => void,
): Promise<void> => {
  for (const { name, ...photo } of projectPhotos) {
    keep(
      keptFile(photo.microprojectId, photo.photoId),
      readFileSync(new URL(`photos/${name}.jpg`, import.meta.url)),
    )
    await table.write(photoChanges({ ...photo, state: 'pass', askedAt: now }))
  }
}
