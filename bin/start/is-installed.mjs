/**
 * Whether npm's own record of node_modules holds every package of the lock file in the same version, so that somebody's
 * own `npm install` counts and is not done again. Packages for other platforms are left out by npm.
 * @param {{ packages?: Record<string, LockedPackage> } | undefined} lock package-lock.json
 * @param {{ packages?: Record<string, LockedPackage> } | undefined} installed node_modules/.package-lock.json
 * @typedef {{ version?: string, optional?: boolean, link?: boolean }} LockedPackage
 */
export function isInstalled(lock, installed) {
  const there = installed?.packages;
  if (!lock?.packages || !there) return false;
  return Object.entries(lock.packages).every(
    ([place, { version, optional }]) =>
      place === "" || there[place]?.version === version || (optional === true && there[place] === undefined),
  );
}
