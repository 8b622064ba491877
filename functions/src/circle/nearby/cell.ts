/** The squares for which what is near is prepared: a four-hundredth of a degree, about 280 × 240 m in China. */
import { METERS_PER_DEGREE, straightMeters } from '@yike/shared/circle/rules'
import type { Position } from '@yike/shared/identity/schema'

const CELLS_PER_DEGREE = 400

export const cellOf = ({ lng, lat }: Position): string =>
  `${Math.floor(lng * CELLS_PER_DEGREE)},${Math.floor(lat * CELLS_PER_DEGREE)}`

/** Of them sixteen lie in a tile of the directory, which is a hundredth of a degree. */
const IN_ROW_OF_TILE = 4

export const cellsOfTile = (tile: string): string[] => {
  const [x = 0, y = 0] = tile.split(',').map(Number)
  return Array.from(
    { length: IN_ROW_OF_TILE * IN_ROW_OF_TILE },
    (_, index) =>
      `${x * IN_ROW_OF_TILE + (index % IN_ROW_OF_TILE)},${y * IN_ROW_OF_TILE + Math.floor(index / IN_ROW_OF_TILE)}`,
  )
}

const cornerOf = (cell: string): readonly [x: number, y: number] => {
  const [x, y] = cell.split(',').map(Number)
  return [x ?? 0, y ?? 0]
}

export const centreOf = (cell: string): Position => squareOf(cell).centre

/** A square of a cell, or all of it. */
export interface Square {
  readonly centre: Position
  /** Degrees. */
  readonly side: number
  /** Half a diagonal, in metres. */
  readonly slack: number
}

export const squareOf = (cell: string): Square => {
  const [x, y] = cornerOf(cell)
  const side = 1 / CELLS_PER_DEGREE
  // The equator's side of the cell is the wider one.
  const nearest = Math.min(Math.abs(y), Math.abs(y + 1)) * side
  return {
    centre: { lng: (x + 0.5) * side, lat: (y + 0.5) * side },
    side,
    slack: (Math.hypot(1, Math.cos((nearest * Math.PI) / 180)) * METERS_PER_DEGREE * side) / 2,
  }
}

export const quartersOf = ({ centre: { lng, lat }, side, slack }: Square): Square[] => {
  const step = side / 4
  return [-step, step].flatMap(east =>
    [-step, step].map(north => ({
      centre: { lng: lng + east, lat: lat + north },
      side: side / 2,
      slack: slack / 2,
    })),
  )
}

/** How many rings around a cell hold everything within so many metres of it; towards a pole cells grow narrow. */
export const ringsWithin = (cell: string, meters: number): number => {
  const [, y] = cornerOf(cell)
  const farthest = (Math.max(Math.abs(y), Math.abs(y + 1)) + 2) / CELLS_PER_DEGREE
  const width = (METERS_PER_DEGREE / CELLS_PER_DEGREE) * Math.cos((farthest * Math.PI) / 180)
  return Math.ceil(meters / width)
}

/** A cell and those around it, so many rings of them. */
export const cellsAround = (cell: string, rings: number): string[] => {
  const [x, y] = cornerOf(cell)
  const side = rings * 2 + 1
  return Array.from(
    { length: side * side },
    (_, index) => `${x - rings + (index % side)},${y - rings + Math.floor(index / side)}`,
  )
}

/** Metres from a position to the nearest point of a cell. */
export const metersTo = (cell: string, { lng, lat }: Position): number => {
  const [x, y] = cornerOf(cell)
  const clamped = (value: number, at: number) =>
    Math.min(Math.max(value, at / CELLS_PER_DEGREE), (at + 1) / CELLS_PER_DEGREE)
  return straightMeters({ lng, lat }, { lng: clamped(lng, x), lat: clamped(lat, y) })
}

/** Cells that come within so many metres of a position. */
export const cellsWithin = (position: Position, meters: number): string[] => {
  const own = cellOf(position)
  return cellsAround(own, ringsWithin(own, meters)).filter(cell => metersTo(cell, position) <= meters)
}
