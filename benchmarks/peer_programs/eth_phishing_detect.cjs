// Reads hosts, one a line, and prints one JSON object: what eth-phishing-detect says of each, and how long a check takes.
// Arguments: the folder of the package, and "shipped" (its own configuration) or "fuzzy" (its fuzzy matching alone).
const path = require("node:path");
const folder = process.argv[2];
const Detector = require(path.join(folder, "src", "detector.js"));
const shipped = require(path.join(folder, "src", "config.json"));
const config = process.argv[3] === "fuzzy" ? { ...shipped, blacklist: [], whitelist: [], tolerance: 2 } : shipped;
const hosts = require("node:fs").readFileSync(0, "utf8").split("\n").filter(Boolean);
const detector = new Detector(config);
for (const host of hosts.slice(0, 200)) detector.check(host);
const begin = process.cpuUsage();
const flagged = hosts.map((host) => (detector.check(host).result ? 1 : 0));
const used = process.cpuUsage(begin); // the processor's time, as benchmarks/speed.py takes it of ours
console.log(JSON.stringify({ flagged, microseconds: (used.user + used.system) / hosts.length, listed: (shipped.blacklist || []).length }));
