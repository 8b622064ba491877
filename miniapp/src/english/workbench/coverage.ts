import type { Twin } from '../../platform/language'
import { count, within } from '../count'

type Zh = Twin<typeof import('../../workbench/words')>

export const coverageWords: Zh['coverageWords'] = {
  title: 'Coverage',
  link: 'Service coverage',
  none: 'Not known yet where residents live',
  noneText:
    'Import a map with dwellings (npm run import); then you see here who can walk there and who cannot.',
  sum: (dwellings, households) => `${count(dwellings, 'dwelling')}, ${count(households, 'household')}`,
  uncounted: dwellings => `${dwellings} without a number of households, counted as 1`,
  asOf: day => `Computed ${within(day)}`,
  measured: {
    streets: "By the street network; elder care at elders' pace, childcare with a pram (no steps).",
    straight: 'No street network here yet: straight line × 1.3.',
  },
  band: 'Minutes on foot',
  minutes: minutes => `Within ${minutes} min`,
  standard: 'As in the standard',
  standardText:
    'For each kind the smallest circle of GB 50180-2018, appendix B, that has to hold something of it: elder care, childcare, venues, culture, offices and services 5 min; shops, schools and transport 10; health 15; shelters 500 m. The standard asks of each facility apart (a health station, a nursing home): by kind this is an estimate, and no finding.',
  whole: { street: 'Whole street', district: 'Whole district', city: 'Whole city' },
  street: 'Street',
  drawn: (shown, all) => `Of ${all} dwellings the ${shown} worst served are drawn.`,
  kind: 'Service',
  share: 'Households reached',
  leftOut: 'Not reached',
  reached: 'reached',
  households: households => count(households, 'home'),
  all: 'All reached',
  percent: share => `${share === 1 ? 100 : Math.floor(share * 1000) / 10}%`,
  map: (kind, minutes, left) =>
    left === 0
      ? `${kind}: all dwellings within ${minutes} min`
      : `${kind}: ${count(left, 'household')} farther than ${minutes} min`,
  legend: { reached: 'Reached', left: 'Not reached', place: 'Existing', site: 'Proposed' },
  next: 'Where to put the next one',
  nextText:
    'First among existing places, else beside dwellings not reached; each choice takes in the most households. For one site it is the best; for several at least 63% (1 − 1/e) of it.',
  site: name => `Add it at ${name}`,
  adds: (households, before, after) => `${count(households, 'more household')}, ${before} → ${after}`,
  ofHomes: (dwellings, farthest) => `${count(dwellings, 'building')}, the farthest ${farthest} minutes away`,
  cutOff: households =>
    `${count(households, 'household')} of them near as the crow flies: the way goes round, or over steps`,
  allFar: 'far from all there are',
  noSite: 'No existing place would reach them: look for another site.',
  allReached: 'All are reached; nothing to add.',
  parts: {
    grid: 'By grid',
    community: 'By community',
    street: 'By street',
    district: 'By district',
  },
  part: (name, households) => `${name}, ${count(households, 'household')}`,
  export: 'Export',
  exportCsv: 'Table (CSV)',
  exportGeoJson: 'Map layer (GeoJSON)',
  exportPng: kind => `Picture of ${kind} (PNG)`,
  norms: 'Floor area',
  norm: {
    per100Households: 'Community service area per 100 households',
    per1000People: 'Community service area per 1,000 people',
    total: 'Community service area in all',
  },
  normValue: (value, target) => `${value} m², standard ${target}`,
  met: 'Met',
  unmet: 'Short',
  noNorms: 'No place has its floor area on record. Add it under “Place directory”.',
}
