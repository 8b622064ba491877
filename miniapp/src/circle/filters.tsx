import { View } from '@tarojs/components'
import { type WalkProfile, walkProfiles } from '@yike/shared/circle/kinds'
import { priceClasses } from '@yike/shared/circle/schema'
import type { ReactNode } from 'react'
import { Choices, Icon, Tap } from '../ui'
import { Sheet } from '../ui/sheet'
import './filters.css'
import type { Wish } from './use-circle'
import { priceNames, words } from './words'

interface FiltersProps {
  wish: Wish
  from: 'home' | 'here'
  favourites: boolean
  onFavourites: (on: boolean) => void
  onChange: (part: Partial<Wish>) => void
  onFrom: (from: 'home' | 'here') => void
  onReach: () => void
  onWalker: () => void
  onMap: () => void
}

/** How far, from where, and only what is open, costs nothing, has no steps or can be booked. */
export function Filters({
  wish,
  from,
  favourites,
  onFavourites,
  onChange,
  onFrom,
  onReach,
  onWalker,
  onMap,
}: FiltersProps) {
  return (
    <View className="circle-filters">
      <Tap className="circle-chip" label={words.reach(wish.minutes)} onTap={onReach} expanded={false}>
        {words.within(wish.minutes)}
        <Icon name="down" size={16} />
      </Tap>
      <Tap
        className="circle-chip"
        label={words.walkers[wish.profile ?? 'ordinary'].name}
        onTap={onWalker}
        expanded={false}
      >
        {words.walkers[wish.profile ?? 'ordinary'].name}
        <Icon name="down" size={16} />
      </Tap>
      <Tap className="circle-chip" role="link" onTap={onMap}>
        {words.map}
      </Tap>
      <Chip on={from === 'here'} onTap={() => onFrom(from === 'here' ? 'home' : 'here')}>
        {words.fromHere}
      </Chip>
      <Chip on={wish.openNow === true} onTap={() => onChange({ openNow: !wish.openNow })}>
        {words.openNow}
      </Chip>
      <Chip on={wish.openLate === true} onTap={() => onChange({ openLate: !wish.openLate })}>
        {words.openLate}
      </Chip>
      <Chip on={wish.stepFree === true} onTap={() => onChange({ stepFree: !wish.stepFree })}>
        {words.stepFree}
      </Chip>
      {priceClasses.map(one => (
        <Chip
          key={one}
          on={wish.price === one}
          onTap={() => onChange({ price: wish.price === one ? undefined : one })}
        >
          {priceNames[one]}
        </Chip>
      ))}
      <Chip on={wish.bookable === true} onTap={() => onChange({ bookable: !wish.bookable })}>
        {words.bookable}
      </Chip>
      <Chip on={favourites} onTap={() => onFavourites(!favourites)}>
        {words.favourites}
      </Chip>
    </View>
  )
}

function Chip({ on, onTap, children }: { on: boolean; onTap: () => void; children: ReactNode }) {
  return (
    <Tap role="checkbox" className={`circle-chip${on ? ' circle-chip--on' : ''}`} selected={on} onTap={onTap}>
      {children}
    </Tap>
  )
}

interface ReachSheetProps {
  open: boolean
  /** Those of the city. */
  bands: readonly number[]
  minutes: number
  onClose: () => void
  onChange: (minutes: number) => void
}

export function ReachSheet({ open, bands, minutes, onClose, onChange }: ReachSheetProps) {
  return (
    <Sheet open={open} title={words.reachAsk} onClose={onClose}>
      <Choices
        label={words.reachAsk}
        options={bands.map(reach => ({
          value: String(reach),
          label: words.minutes(reach),
          note: words.reachNotes[reach] ?? '',
        }))}
        value={String(minutes)}
        onChange={value => onChange(Number(value))}
      />
    </Sheet>
  )
}

interface WalkerSheetProps {
  open: boolean
  profile: WalkProfile
  onClose: () => void
  onChange: (profile: WalkProfile) => void
}

export function WalkerSheet({ open, profile, onClose, onChange }: WalkerSheetProps) {
  return (
    <Sheet open={open} title={words.whoWalks} onClose={onClose}>
      <Choices
        label={words.whoWalks}
        options={walkProfiles.map(one => ({
          value: one,
          label: words.walkers[one].name,
          note: words.walkers[one].note,
        }))}
        value={profile}
        onChange={value => onChange(walkProfiles.find(one => one === value) ?? 'ordinary')}
      />
    </Sheet>
  )
}
