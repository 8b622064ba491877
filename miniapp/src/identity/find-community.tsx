import { View } from '@tarojs/components'
import type { Community } from '@yike/shared/identity/schema'
import { type ReactNode, useState } from 'react'
import { type Point, whereAmI } from '../platform/geo'
import { Button, Empty, Field, Loaded, lengthOf, Notice, Stack } from '../ui'
import './identity.css'
import { useFoundCommunities } from './use-joining'
import { words } from './words'

interface FindCommunityProps {
  children: (found: readonly Community[], more: (() => void) | undefined, busy: boolean) => ReactNode
}

const LONGEST = 40

/** The communities to choose from; where there are more than a page of them, by name, street or the nearest first. */
export function FindCommunity({ children }: FindCommunityProps) {
  const [typed, setTyped] = useState('')
  const [search, setSearch] = useState('')
  const [near, setNear] = useState<Point | null>(null)
  const [isNowhere, setIsNowhere] = useState(false)
  const { first, pages, more, busy } = useFoundCommunities(search, near)
  const isMany = more !== undefined || search !== '' || near !== null
  const find = () => lengthOf(typed) <= LONGEST && setSearch(typed.trim())
  const findNearest = async () => {
    const { from, ...here } = await whereAmI({ lng: 0, lat: 0 })
    setIsNowhere(from === 'home')
    if (from === 'here') setNear(here)
  }
  return (
    <>
      {isMany && (
        <View className="identity-find">
          <Stack>
            <Field
              label={words.findCommunity}
              kind="search"
              placeholder={words.findCommunityExample}
              value={typed}
              onChange={setTyped}
              onConfirm={find}
              maxLength={LONGEST}
            />
            <Button kind="calm" onTap={find}>
              {words.find}
            </Button>
            <Button kind="calm" onTap={findNearest}>
              {words.nearestCommunities}
            </Button>
            {isNowhere && <Notice tone="waiting">{words.nowhereNear}</Notice>}
          </Stack>
        </View>
      )}
      <Loaded
        query={first}
        empty={
          isMany ? (
            <Empty title={words.noSuchCommunity} text={words.noSuchCommunityText} icon="search" />
          ) : (
            <Empty title={words.noCommunities} text={words.noCommunitiesText} icon="home" />
          )
        }
      >
        {() =>
          children(
            pages.flatMap(({ communities }) => communities),
            more,
            busy,
          )
        }
      </Loaded>
    </>
  )
}
