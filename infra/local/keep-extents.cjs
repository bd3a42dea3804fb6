// Loaded before Azurite (node --require) where it keeps everything in memory. Azurite throws away what deleted messages and blobs
// leave behind, once a minute and once in ten; each piece makes it sort all others anew, and it answers nobody meanwhile: after a
// few thousand messages that takes longer than clients wait. What stays in memory instead is small, and gone with the process.
for (const service of ['blob', 'queue']) {
  require(`./node_modules/azurite/dist/src/${service}/utils/constants`).DEFAULT_GC_INTERVAL_MS = 24 * 60 * 60 * 1000;
}
