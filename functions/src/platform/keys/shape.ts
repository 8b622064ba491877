/** What a key is, where an item stands in an index, and what the table looks like to whoever makes it. */

export interface Key {
  readonly pk: string
  readonly sk: string
}

/** Where an item stands in an index. */
export type IndexKey = readonly [pk: string, sk: string]

export type IndexName = 'by-owner' | 'by-deadline'

/** Attributes that put an item into an index. */
export const inIndex = (index: IndexName, [pk, sk]: IndexKey): Record<string, string> =>
  index === 'by-owner' ? { ownerPk: pk, ownerSk: sk } : { deadlinePk: pk, deadlineSk: sk }
/** Names of the attributes to remove when an item leaves an index. */
export const indexAttributes = (index: IndexName): readonly [string, string] =>
  index === 'by-owner' ? ['ownerPk', 'ownerSk'] : ['deadlinePk', 'deadlineSk']

/** What the table looks like to whoever creates it: development, tests, infra. */
export const tableShape = {
  key: ['pk', 'sk'],
  /** Epoch seconds after which DynamoDB may delete an item; it deletes late, so readers check it too. */
  expiry: 'expiresAtSeconds',
  indexes: [
    { name: 'by-owner', key: indexAttributes('by-owner') },
    { name: 'by-deadline', key: indexAttributes('by-deadline') },
  ],
} as const
