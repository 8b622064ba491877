import { View } from '@tarojs/components'
import { bandsOf, type WalkProfile } from '@yike/shared/circle/kinds'
import { type PlaceKind, placeKinds } from '@yike/shared/circle/schema'
import { useState } from 'react'
import { neighbours } from '../../identity/neighbours'
import { doorstep } from '../../identity/use-identity'
import { setComfort, useComfort } from '../../platform/comfort'
import { open, useParams } from '../../platform/route'
import { useMe } from '../../platform/session'
import { useShare } from '../../platform/use-share'
import { Button, Cell, Field, Icon, lengthOf, Notice, Screen, Segments, Skeleton } from '../../ui'
import { AskKind, groupOf } from '../elder/ask-kind'
import { Filters, ReachSheet, WalkerSheet } from '../filters'
import { Favourites, Found } from '../found'
import { QUARTER_MINUTES, useStart, type Wish, walkerOf } from '../use-circle'
import { onlyOf } from '../view/only'
import { kindNames, words } from '../words'
import { elderWords } from '../words/elder'

const every = 'every'

/** The name of a need means the need, not a place that is called so. */
function wishOf(typed: string): Partial<Wish> {
  const kind = placeKinds.find(one => kindNames[one] === typed)
  return kind ? { kind, search: undefined } : { search: typed }
}

const kindOf = (value: string | undefined): PlaceKind | undefined => placeKinds.find(kind => kind === value)

/** What people type who look for larger words. */
const forElders = /长辈|老人|老年版|大字|关怀|适老/

/** The service circle as a list: by need, by name, open now, to be booked; around home or around here. */
function Places() {
  const { kind, group, search, favourites, profile } = useParams()
  const { elder } = useComfort()
  return elder && !kind && search === undefined && !favourites ? (
    <AskKind group={groupOf(group)} />
  ) : (
    <List
      kind={kind}
      search={search}
      favourites={favourites === '1'}
      profile={walkerOf(profile)}
      elder={elder}
    />
  )
}

export default neighbours({ title: () => words.list, why: () => words.newcomerText, from: doorstep }, Places)

interface ListProps {
  kind: string | undefined
  search: string | undefined
  /** Only those that somebody has chosen. */
  favourites: boolean
  profile: WalkProfile | undefined
  elder: boolean
}

function List({ kind, search, favourites, profile, elder }: ListProps) {
  const me = useMe()
  const [wish, setWish] = useState<Wish>({
    minutes: QUARTER_MINUTES,
    kind: kindOf(kind),
    ...(profile && { profile }),
  })
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(favourites)
  const [wanted, setWanted] = useState<'home' | 'here'>('home')
  const [asking, setAsking] = useState<'reach' | 'walker' | null>(null)
  const bands = bandsOf(me?.community?.code)
  const farthest = Math.max(...bands)
  const start = useStart(me && doorstep(me), wanted)
  useShare(words.shareList(wish.kind ? kindNames[wish.kind] : words.shareEverything), '/circle/pages/list', {
    kind: wish.kind,
    profile: wish.profile,
  })
  const change = (part: Partial<Wish>) => setWish(before => ({ ...before, ...part }))
  // One thing a page: 长辈版 lists nothing before something is looked for.
  const isUnasked = elder && search !== undefined && !wish.search && !wish.kind

  return (
    <Screen title={elder ? titleOf({ kind, search, favourites }) : words.list}>
      {search !== undefined && (
        <Search value={typed} onChange={setTyped} onSearch={() => change(wishOf(typed.trim()))} />
      )}
      {!elder && forElders.test(typed) && (
        <Cell
          title={words.elderFound}
          note={words.elderFoundText}
          lead={<Icon name="elder" />}
          onTap={() => {
            setComfort({ elder: true })
            open('/circle/tab/index')
          }}
        />
      )}
      {!elder && (
        <>
          <Segments
            label={words.needs}
            options={[every, ...placeKinds].map(value => ({
              value,
              label: kindNames[value as PlaceKind] ?? words.everything,
            }))}
            value={wish.kind ?? every}
            onChange={value => change({ kind: kindOf(value) })}
          />
          <Filters
            wish={wish}
            from={wanted}
            favourites={chosen}
            onFavourites={setChosen}
            onChange={change}
            onFrom={setWanted}
            onReach={() => setAsking('reach')}
            onWalker={() => setAsking('walker')}
            onMap={() =>
              open('/circle/pages/map', {
                kind: wish.kind,
                minutes: String(wish.minutes),
                profile: wish.profile,
                from: wanted,
                only: onlyOf(wish),
              })
            }
          />
        </>
      )}
      {wanted === 'here' && start?.from === 'home' && <Notice tone="waiting">{words.noPosition}</Notice>}
      {start && chosen && <Favourites start={start} kind={wish.kind} />}
      {start && !chosen && !isUnasked && (
        <Found wish={wish} start={start} farthest={farthest} onWiden={() => change({ minutes: farthest })} />
      )}
      {!start && <Skeleton lines={6} />}
      <ReachSheet
        open={asking === 'reach'}
        bands={bands}
        minutes={wish.minutes}
        onClose={() => setAsking(null)}
        onChange={minutes => {
          change({ minutes })
          setAsking(null)
        }}
      />
      <WalkerSheet
        open={asking === 'walker'}
        profile={wish.profile ?? 'ordinary'}
        onClose={() => setAsking(null)}
        onChange={profile => {
          change({ profile })
          setAsking(null)
        }}
      />
    </Screen>
  )
}

/** What a page of 长辈版 is called: there it lists one thing only. */
function titleOf({ kind, search, favourites }: Pick<ListProps, 'kind' | 'search' | 'favourites'>): string {
  if (favourites) return words.favourites
  if (search !== undefined) return elderWords.search
  return kindNames[kindOf(kind) as PlaceKind] ?? words.list
}

const SEARCH_LONGEST = 40

interface SearchProps {
  value: string
  onChange: (typed: string) => void
  onSearch: () => void
}

function Search({ value, onChange, onSearch: search }: SearchProps) {
  const { elder } = useComfort()
  const onSearch = () => lengthOf(value) <= SEARCH_LONGEST && search()
  return (
    <View className="circle-search">
      <View className="circle-search__typed">
        <Field
          label={words.search}
          kind="search"
          placeholder={words.searchExample}
          value={value}
          onChange={onChange}
          onConfirm={onSearch}
          maxLength={SEARCH_LONGEST}
        />
      </View>
      <View className="circle-search__go">
        <Button compact={!elder} onTap={onSearch}>
          {words.find}
        </Button>
      </View>
    </View>
  )
}
