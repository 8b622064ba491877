import type { PlaceKind } from '@yike/shared/circle/schema'
import type { Tags } from './elements'

export interface KindOfPlace {
  readonly kind: PlaceKind
  /**
   * What to call it where the map has no name: only for things that explain themselves (a public toilet
   * needs no name to be of use; an unnamed clinic or shop cannot be found or rung up, and is left out).
   */
  readonly unnamed?: string
}

type Rule = readonly [key: string, values: string, kind: PlaceKind, unnamed?: string]

/**
 * Tags to kinds, the first that fits; `*` is any value. Hotels, bars, fuel, graves, monuments and places of
 * worship are no community service and have no rule.
 */
const rules: readonly Rule[] = [
  ['social_facility', 'nursing_home assisted_living', 'elderCare'],
  ['social_facility:for', 'senior seniors elderly aged', 'elderCare'],
  ['social_facility:for', 'child children juvenile orphan', 'childcare'],
  ['amenity', 'nursing_home retirement_home', 'elderCare'],
  ['amenity', 'childcare kindergarten', 'childcare'],
  ['emergency', 'assembly_point disaster_help_point', 'shelter', '应急避难场所'],
  ['emergency', 'defibrillator', 'medical', '自动体外除颤器（AED）'],
  ['amenity', 'hospital clinic doctors dentist pharmacy', 'medical'],
  ['healthcare', '*', 'medical'],
  ['shop', 'medical_supply hearing_aids', 'medical'],
  ['amenity', 'townhall police courthouse fire_station public_building', 'government'],
  ['office', 'government administrative', 'government'],
  ['amenity', 'library theatre cinema arts_centre exhibition_centre planetarium', 'culture'],
  ['tourism', 'museum gallery', 'culture'],
  ['amenity', 'community_centre social_centre events_venue conference_centre', 'venue'],
  ['leisure', 'pitch track', 'venue', '运动场'],
  ['leisure', 'playground', 'venue', '儿童游乐场'],
  ['leisure', 'fitness_station', 'venue', '健身器材'],
  ['leisure', 'sports_centre sports_hall stadium swimming_pool fitness_centre ice_rink', 'venue'],
  // Parks stand with culture and sport (文体) until the directory has a kind of their own.
  ['leisure', 'park garden nature_reserve', 'culture'],
  ['amenity', 'school college university language_school music_school training', 'education'],
  ['amenity', 'toilets', 'convenience', '公共厕所'],
  ['amenity', 'atm', 'convenience', '自动取款机'],
  ['amenity', 'post_box', 'convenience', '邮筒'],
  ['amenity', 'drinking_water', 'convenience', '饮水点'],
  ['amenity', 'parcel_locker', 'convenience', '快递柜'],
  ['amenity', 'recycling', 'convenience', '可回收物投放点'],
  ['amenity', 'charging_station', 'convenience', '充电站'],
  ['amenity', 'post_office bank bureau_de_change social_facility public_bath', 'convenience'],
  ['shop', 'hairdresser laundry dry_cleaning optician copyshop tailor locksmith shoe_repair', 'convenience'],
  ['shop', 'repair bicycle mobile_phone household_linen funeral_directors', 'convenience'],
  ['craft', 'shoemaker tailor key_cutter locksmith electronics_repair watchmaker', 'convenience'],
  ['office', 'telecommunication notary energy_supplier water_utility employment_agency', 'convenience'],
  ['amenity', 'marketplace restaurant cafe fast_food food_court canteen ice_cream', 'commerce'],
  ['shop', '*', 'commerce'],
  ['railway', 'subway_entrance', 'transit', '地铁口'],
  ['railway', 'station halt tram_stop', 'transit'],
  ['highway', 'bus_stop', 'transit'],
  ['public_transport', 'station platform', 'transit'],
  ['amenity', 'bicycle_rental', 'transit', '公共自行车'],
  ['amenity', 'bus_station ferry_terminal taxi parking', 'transit'],
  // What a house looks like comes last: a library may sit in a public building.
  ['building', 'kindergarten', 'childcare'],
  ['building', 'government civic public', 'government'],
  ['building', 'supermarket', 'commerce'],
]

const valuesOf = new Map(rules.map(rule => [rule, new Set(rule[1].split(' '))]))

/** Chinese maps are thinly tagged: many a kindergarten is a building with a name. The name is plain enough. */
const byName: readonly (readonly [name: RegExp, kind: PlaceKind])[] = [
  [/应急避难/, 'shelter'],
  [/幼儿园$|托儿所|托育(?:园|中心)/, 'childcare'],
  [/养老(?:院|中心|驿站|服务)|敬老院|老年公寓|日间照料|老年驿站/, 'elderCare'],
  [/社区卫生服务/, 'medical'],
  [/居委会$|居民委员会$|党群服务中心|社区服务中心|便民服务中心|政务服务中心/, 'government'],
]
/** A bus stop, a street or a bus route may be called after a kindergarten without being one. */
const namesakes = ['highway', 'railway', 'public_transport', 'route', 'boundary', 'place']

/** What an unnamed pitch is for, where the map says one sport. */
const pitches: Readonly<Record<string, string>> = {
  badminton: '羽毛球场',
  basketball: '篮球场',
  gateball: '门球场',
  running: '跑道',
  skateboard: '滑板场',
  soccer: '足球场',
  table_tennis: '乒乓球台',
  tennis: '网球场',
  volleyball: '排球场',
}

const shut: readonly (readonly [key: string, values: readonly string[]])[] = [
  ['access', ['no', 'private']],
  ['shop', ['no', 'vacant', 'adult']],
  ['disused', ['yes']],
  ['abandoned', ['yes']],
  ['social_facility', ['no']],
]

/** The kind of place that tags describe; undefined for what is no place, is private or is no more. */
export const kindOf = (tags: Tags): KindOfPlace | undefined => {
  if (shut.some(([key, values]) => values.includes(tags.get(key) ?? ''))) return undefined
  const name = namesakes.some(key => tags.has(key)) ? undefined : (tags.get('name:zh') ?? tags.get('name'))
  const named = name === undefined ? undefined : byName.find(([pattern]) => pattern.test(name))
  if (named) return { kind: named[1] }
  for (const rule of rules) {
    const [key, values, kind, unnamed] = rule
    const value = tags.get(key)
    if (value === undefined || value === 'no' || (values !== '*' && !valuesOf.get(rule)?.has(value))) continue
    const label = pitches[tags.get('sport') ?? ''] ?? unnamed
    return unnamed && label ? { kind, unnamed: label } : { kind }
  }
  return undefined
}
