/** What is free of the equipment of a room: a query for each sort, and only where somebody asks for a time. */
import type { Span } from '@yike/shared/booking/calendar'
import type { EquipmentLeft } from '@yike/shared/booking/schema/equipment'
import type { Offering } from '../../circle/handlers'
import type { Table } from '../../platform/table'
import { equipmentLeft, equipmentOf, equipmentParts } from '../domain'
import { loadSheets } from '../store'

export const viewEquipment = async (table: Table, offering: Offering, span: Span): Promise<EquipmentLeft> => {
  const parts = equipmentParts(offering, span)
  const dates = parts.map(({ on }) => on).sort()
  const [from = '', to = from] = [dates[0], dates.at(-1)]
  const { equipment = [] } = offering
  const sheets = await Promise.all(
    equipment.map(({ name }) => loadSheets(table, equipmentOf(offering, name), from, to)),
  )
  return {
    equipment: equipment.map(({ name, count }, i) => ({
      ...{ name, count },
      left: equipmentLeft(parts, on => sheets[i]?.get(on)?.taken, count),
    })),
  }
}
