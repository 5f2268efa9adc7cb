// biome-ignore-all lint/a11y/useSemanticElements: rows that are placed by hand cannot be those of a table; roles say the same.
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active row.
import { Checkbox, UnstyledButton } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react'
import { type ColumnDef, tableFeatures, useTable } from '@tanstack/react-table'
import { useVirtualizer, type VirtualItem } from '@tanstack/react-virtual'
import {
  type CSSProperties,
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
} from 'react'
import classes from './VirtualTable.module.css'

/** One column. On a phone the same cells are laid out as a card: `title` over `line`, and at the right `side` over `under`; the others are not shown. */
export type TableColumn<Row> = {
  key: string
  label: string
  /** Least width in pixels; `grow` shares what is left over. */
  width: number
  grow?: number
  align?: 'right'
  /** The order that a click on the heading asks for. */
  sort?: string
  phone?: 'title' | 'line' | 'side' | 'under'
  cell: (row: Row) => ReactNode
}

export type TableSort = { by: string; direction: 'asc' | 'desc' }

export type TableSelection = {
  isSelected: (id: string) => boolean
  all: boolean
  some: boolean
  toggle: (id: string) => void
  toggleAll: () => void
  labels: { row: (name: string) => string; all: string }
}

type Props<Row> = {
  label: string
  rows: Row[]
  /** Rows in all when it is known; else the rows so far. */
  total?: number
  columns: TableColumn<Row>[]
  nameOf: (row: Row) => string
  sort?: TableSort
  onSort?: (by: string) => void
  selection?: TableSelection
  onOpen: (row: Row, how: 'open' | 'peek') => void
  /** Called when the end comes into sight. */
  onEnd?: () => void
  waiting?: boolean
  /** The rows are still those of the question before. */
  stale?: boolean
  /** What was asked for: another question begins at the top. */
  question?: string
}

const features = tableFeatures({})
const rowHeight = { wide: 44, phone: 84 }

/** A list of any length: only the rows in sight are drawn. Arrows move, Enter opens, Space peeks, x selects. */
export function VirtualTable<Row extends { id: string }>(props: Props<Row>) {
  const { rows, columns } = props
  const id = useId()
  const defs = useMemo(() => columns.map(definition), [columns])
  const table = useTable({ features, columns: defs, data: rows, getRowId: row => row.id })
  const models = table.getRowModel().rows
  const { scroller, virtual, items, active, setActive } = useRowsInSight(models.length, props.question)
  useEndInSight(items.at(-1)?.index ?? -1, props)

  const go = (index: number) => {
    const to = Math.max(0, Math.min(models.length - 1, index))
    setActive(to)
    virtual.scrollToIndex(to)
  }
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      aria-label={props.label}
      aria-rowcount={(props.total ?? rows.length) + 1}
      aria-multiselectable={props.selection ? true : undefined}
      aria-busy={props.waiting}
      data-stale={props.stale || undefined}
      aria-activedescendant={rows[active] ? `${id}-${active}` : undefined}
      tabIndex={0}
      onKeyDown={event => keys(event, { ...props, active, go })}
      style={widths(columns, rows, props.selection !== undefined)}
    >
      <Heading {...props} />
      <div className={classes.body} role="rowgroup" style={{ height: virtual.getTotalSize() }}>
        {items.map(item => {
          const row = models[item.index]
          return (
            row && (
              <Line
                key={row.id}
                {...props}
                id={`${id}-${item.index}`}
                item={item}
                row={row.original}
                active={item.index === active}
                onActive={() => setActive(item.index)}
              >
                {row.getAllCells().map((cell, index) => (
                  <div key={cell.id} role="gridcell" className={classes.cell} {...looks(columns[index])}>
                    <table.FlexRender cell={cell} />
                  </div>
                ))}
              </Line>
            )
          )
        })}
      </div>
    </div>
  )
}

function useRowsInSight(count: number, question: string | undefined) {
  const scroller = useRef<HTMLDivElement>(null)
  const phone = useMediaQuery('(max-width: 48em)', false, { getInitialValueInEffect: false })
  const virtual = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => (phone ? rowHeight.phone : rowHeight.wide),
    overscan: 12,
    scrollPaddingStart: phone ? 0 : rowHeight.wide,
  })
  useEffect(() => virtual.measure(), [phone])
  const [active, setActive] = useState(0)
  useEffect(() => {
    setActive(0)
    scroller.current?.scrollTo({ top: 0 })
  }, [question])
  return { scroller, virtual, items: virtual.getVirtualItems(), active, setActive }
}

function useEndInSight<Row>(last: number, { rows, onEnd }: Props<Row>) {
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 30) onEnd?.()
  }, [last, rows.length, onEnd])
}

type LineProps<Row> = Props<Row> & {
  id: string
  item: VirtualItem
  row: Row
  active: boolean
  onActive: () => void
  children: ReactNode
}

function Line<Row extends { id: string }>({
  id,
  item,
  row,
  active,
  onActive,
  selection,
  children,
  ...list
}: LineProps<Row>) {
  const click = (event: MouseEvent) => {
    onActive()
    if (!inControl(event.target)) list.onOpen(row, event.shiftKey ? 'peek' : 'open')
  }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid takes the keys for its active row.
    <div
      id={id}
      role="row"
      tabIndex={-1}
      aria-rowindex={item.index + 2}
      aria-selected={selection?.isSelected(row.id)}
      data-active={active || undefined}
      className={classes.row}
      style={{ transform: `translateY(${item.start}px)`, height: item.size }}
      onClick={click}
    >
      {selection && <Tick row={row} selection={selection} name={list.nameOf(row)} />}
      {children}
    </div>
  )
}

function Heading<Row>({ columns, sort, onSort, selection }: Props<Row>) {
  return (
    <div className={classes.head} role="rowgroup">
      <div role="row" aria-rowindex={1} className={classes.headRow}>
        {selection && (
          <div role="columnheader" className={classes.tick}>
            <Checkbox
              size="xs"
              tabIndex={-1}
              aria-label={selection.labels.all}
              checked={selection.all}
              indeterminate={selection.some && !selection.all}
              onChange={selection.toggleAll}
            />
          </div>
        )}
        {columns.map(column => (
          <div
            key={column.key}
            role="columnheader"
            className={classes.cell}
            aria-sort={
              sort && sort.by === column.sort
                ? sort.direction === 'asc'
                  ? 'ascending'
                  : 'descending'
                : undefined
            }
            {...looks(column)}
          >
            <HeadingLabel column={column} sort={sort} onSort={onSort} />
          </div>
        ))}
      </div>
    </div>
  )
}

type HeadingLabelProps<Row> = { column: TableColumn<Row>; sort?: TableSort; onSort?: (by: string) => void }

function HeadingLabel<Row>({ column, sort, onSort }: HeadingLabelProps<Row>) {
  const by = column.sort
  if (!by || !onSort) return <span>{column.label}</span>
  const Arrow = sort?.direction === 'asc' ? IconArrowUp : IconArrowDown
  return (
    <UnstyledButton className={classes.sort} onClick={() => onSort(by)}>
      {column.label}
      {sort?.by === by && <Arrow size={14} aria-hidden />}
    </UnstyledButton>
  )
}

function Tick<Row extends { id: string }>({
  row,
  selection,
  name,
}: {
  row: Row
  selection: TableSelection
  name: string
}) {
  return (
    <div role="gridcell" className={classes.tick}>
      <Checkbox
        size="xs"
        tabIndex={-1}
        aria-label={selection.labels.row(name)}
        checked={selection.isSelected(row.id)}
        onChange={() => selection.toggle(row.id)}
      />
    </div>
  )
}

function definition<Row extends { id: string }>(column: TableColumn<Row>): ColumnDef<typeof features, Row> {
  return { id: column.key, header: column.label, cell: ({ row }) => column.cell(row.original) }
}

const looks = <Row,>(column?: TableColumn<Row>) => ({
  'data-phone': column?.phone,
  'data-align': column?.align,
})

/** A column that has nothing to show in any row takes as much as its heading. */
const headingOnly = 108

function widths<Row>(columns: TableColumn<Row>[], rows: Row[], ticks: boolean): CSSProperties {
  const shown = columns.map(column =>
    rows.every(row => isNothing(column.cell(row)))
      ? { width: Math.min(column.width, headingOnly), grow: undefined }
      : column,
  )
  const template = shown.map(({ width, grow }) => (grow ? `minmax(${width}px, ${grow}fr)` : `${width}px`))
  const least = shown.reduce((sum, { width }) => sum + width, ticks ? 40 : 0)
  return {
    '--columns': [...(ticks ? ['40px'] : []), ...template].join(' '),
    '--least': `${least}px`,
  } as CSSProperties
}

const isNothing = (shown: ReactNode) =>
  shown === null || shown === undefined || shown === false || shown === ''

const inControl = (target: EventTarget) =>
  target instanceof Element && target.closest('a, button, input, label, [role=menu], [role=dialog]') !== null

type KeyContext<Row> = Props<Row> & { active: number; go: (index: number) => void }

function keys<Row extends { id: string }>(
  event: KeyboardEvent,
  { rows, selection, onOpen, active, go }: KeyContext<Row>,
) {
  if (event.target !== event.currentTarget && event.target instanceof HTMLInputElement) return
  if (event.ctrlKey || event.metaKey || event.altKey) return
  const row = rows[active]
  const acts: Record<string, () => void> = {
    ArrowDown: () => go(active + 1),
    ArrowUp: () => go(active - 1),
    PageDown: () => go(active + 12),
    PageUp: () => go(active - 12),
    Home: () => go(0),
    End: () => go(rows.length - 1),
    Enter: () => row && onOpen(row, 'open'),
    ' ': () => row && onOpen(row, 'peek'),
    x: () => row && selection?.toggle(row.id),
  }
  const act = acts[event.key]
  if (!act || (event.target instanceof HTMLButtonElement && event.key !== 'x')) return
  event.preventDefault()
  act()
}
