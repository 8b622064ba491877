import type { CoverageExportProps } from './coverage-export.h5'

/** A phone has no folder for files. */
export const CoverageExport = (_: CoverageExportProps) => null
