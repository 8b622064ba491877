import { View } from '@tarojs/components'
import { type PlaceKind, placeKinds } from '@yike/shared/circle/schema'
import { type PlaceNeed, placeNeeds } from '@yike/shared/circle/schema/upkeep'
import { useEffect, useState } from 'react'
import { kindNames } from '../circle/words'
import { focusOn } from '../platform/focus'
import { useListKeys } from '../platform/use-keys'
import { Empty, Field, Loaded, More, Segments } from '../ui'
import { aria } from '../ui/aria'
import { Pick } from '../ui/pick'
import { lineId } from './place-entry'
import './place-lines.css'
import { PlaceRows } from './place-rows'
import { type PlacesWish, useDirectory } from './use-places'
import { rosterWords, sheetWords, placeWords as words } from './words'

interface PlaceLinesProps {
  community: string
  /** How often an entry was changed beside the list: then it is read again. */
  changes?: number
  /** Only places that have this, to choose one: what their entries need is told elsewhere. */
  has?: PlacesWish['has']
  /** The entry that stands beside the list. */
  selected?: string | undefined
  onOpen: (placeId: string) => void
}

const every = 'all'
const needs = [every, ...placeNeeds, 'closed'] as const

/** The directory of a community: what needs something first. */
export function PlaceLines({ community, selected, has, changes = 0, onOpen }: PlaceLinesProps) {
  const [wish, setWish] = useState<Omit<PlacesWish, 'community'>>({})
  const [typed, setTyped] = useState('')
  const directory = useDirectory({ community, ...wish, has })
  const { refresh } = directory.first
  useEffect(() => {
    if (changes > 0) refresh()
  }, [changes, refresh])
  const [first] = directory.pages
  // Of a long directory only its beginning is counted.
  const counts = first?.more ? undefined : first?.counts
  const lines = directory.pages.flatMap(page => page.places)
  const isBeside = selected !== undefined
  // Nothing is open yet beside the list: what needs something first is.
  const openFirst = selected === '' ? lines[0]?.placeId : undefined
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for a list, whoever draws it
  useEffect(() => {
    if (openFirst) onOpen(openFirst)
  }, [openFirst])
  useListKeys(
    isBeside ? lines : [],
    lines.findIndex(one => one.placeId === selected),
    ({ placeId }) => {
      onOpen(placeId)
      focusOn(lineId(placeId))
    },
  )
  return (
    <>
      {!has && (
        <>
          <View className="workbench-places__head">
            <View className="workbench-places__title" {...aria({ role: 'heading', level: 2 })}>
              {counts ? words.count(counts.all) : words.title}
            </View>
          </View>
          <Segments
            label={words.needs}
            options={needs.map(need => ({
              value: need,
              label: words.need[need],
              ...(counts && need !== every && { count: counts[need] }),
            }))}
            value={wish.need ?? every}
            onChange={need =>
              setWish({ ...wish, need: need === every ? undefined : (need as PlaceNeed | 'closed') })
            }
          />
        </>
      )}
      <View className="workbench-places__filters">
        <Field
          label={words.search}
          kind="search"
          value={typed}
          maxLength={40}
          onChange={setTyped}
          onConfirm={() => setWish({ ...wish, search: typed.trim() || undefined })}
        />
        {!has && (
          <Pick
            label={words.field.kind}
            options={[
              { value: every, label: words.allKinds },
              ...placeKinds.map(kind => ({ value: kind, label: kindNames[kind] })),
            ]}
            value={wish.kind ?? every}
            onChange={kind => setWish({ ...wish, kind: kind === every ? undefined : (kind as PlaceKind) })}
          />
        )}
      </View>
      <Loaded
        query={directory.first}
        empty={
          has && !wish.search ? (
            <Empty {...nowhere(has)} />
          ) : (
            <Empty title={words.nothing} text={words.nothingText} icon="search" />
          )
        }
      >
        {() => <PlaceRows lines={lines} community={community} selected={selected} onOpen={onOpen} />}
      </Loaded>
      <More more={directory.more} busy={directory.busy} />
    </>
  )
}

const nowhere = (has: NonNullable<PlacesWish['has']>) => {
  const { none, noneText } =
    has === 'roster' ? rosterWords : { none: sheetWords.nowhere, noneText: sheetWords.nowhereText }
  return { title: none, text: noneText, icon: 'calendar' as const }
}
