/** The map is kept safe: second copies, the cover, the lock, passphrases. */
export const guard = {
  'guard.restored': 'Nettleseren hadde mistet det som var lagret her. Kartene er hentet tilbake fra den andre kopien.',
  'guard.restored.here': 'Det som var lagret, var ødelagt. Kartet er hentet tilbake fra den andre kopien her.',
  'guard.lookWhetherMissing': 'Se etter om noe mangler.',
} as const;
