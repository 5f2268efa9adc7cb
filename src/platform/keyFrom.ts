/**
 * A key of letters, digits and underscores out of a name, numbered while it is taken: `Número de sedes` becomes
 * `numero_de_sedes`. A name without letters gives `otherwise`.
 */
export function keyFrom(name: string, otherwise: string, isTaken: (key: string) => boolean = () => false) {
  const base =
    name
      .normalize('NFD')
      .replaceAll(/\p{M}/gu, '')
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^[^a-z]+|_+$/g, '')
      .slice(0, 50) || otherwise
  let key = base
  for (let number = 2; isTaken(key); number++) key = `${base}_${number}`
  return key
}
