var __defProp = Object.defineProperty;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __esm = (fn, res, err) => function __init() {
  if (err) throw err[0];
  try {
    return fn && (res = (0, fn[__getOwnPropNames(fn)[0]])(fn = 0)), res;
  } catch (e) {
    throw err = [e], e;
  }
};
var __export = (target, all) => {
  for (var name2 in all)
    __defProp(target, name2, { get: all[name2], enumerable: true });
};

// src/platform/actor.ts
function actorId(actor) {
  return actor.kind === "person" ? actor.id : `system:${actor.name}`;
}
var init_actor = __esm({
  "src/platform/actor.ts"() {
    "use strict";
  }
});

// src/platform/clock.ts
function instant(clock) {
  return clock.now().toISOString();
}
function today(clock) {
  return londonDay.format(clock.now());
}
var londonDay;
var init_clock = __esm({
  "src/platform/clock.ts"() {
    "use strict";
    londonDay = new Intl.DateTimeFormat("en-CA", {
      timeZone: "Europe/London",
      year: "numeric",
      month: "2-digit",
      day: "2-digit"
    });
  }
});

// src/platform/database/owned.ts
function ownedBy(db, organisationId) {
  const any = db;
  const named = (table) => table;
  return {
    organisationId,
    tx: db,
    select: (table) => any.selectFrom(named(table)).where("organisation_id", "=", organisationId),
    insert: (table, rows) => any.insertInto(named(table)).values(
      (Array.isArray(rows) ? rows : [rows]).map((row) => ({ ...row, organisation_id: organisationId }))
    ),
    update: (table) => any.updateTable(named(table)).where("organisation_id", "=", organisationId),
    delete: (table) => any.deleteFrom(named(table)).where("organisation_id", "=", organisationId)
  };
}
var init_owned = __esm({
  "src/platform/database/owned.ts"() {
    "use strict";
  }
});

// src/platform/ids.ts
import { v7 } from "uuid";
function newId() {
  return v7();
}
function isId(text2) {
  return UUID.test(text2);
}
var UUID;
var init_ids = __esm({
  "src/platform/ids.ts"() {
    "use strict";
    UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
  }
});

// src/platform/audit.ts
async function audit(tx, by, line2) {
  await ownedBy(tx, line2.organisationId).insert("activity", {
    id: newId(),
    at: instant(by.clock),
    actor: actorId(by.actor),
    action: line2.action,
    subject: line2.subject,
    detail: JSON.stringify(line2.detail ?? {})
  }).execute();
}
var NO_ORGANISATION;
var init_audit = __esm({
  "src/platform/audit.ts"() {
    "use strict";
    init_actor();
    init_clock();
    init_owned();
    init_ids();
    NO_ORGANISATION = "00000000-0000-0000-0000-000000000000";
  }
});

// src/platform/canonical-json.ts
function canonicalJson(value) {
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "string") return canonicalString(value);
  if (typeof value === "number") return canonicalNumber(value);
  if (Array.isArray(value)) return `[${Array.from(value, canonicalJson).join()}]`;
  if (isPlainObject(value)) return canonicalObject(value);
  throw new TypeError(`Canonical JSON cannot hold ${describe(value)}`);
}
function canonicalObject(value) {
  const members2 = Object.keys(value).sort();
  return `{${members2.map((name2) => `${canonicalString(name2)}:${canonicalJson(value[name2])}`).join()}}`;
}
function canonicalNumber(value) {
  if (!Number.isFinite(value)) throw new TypeError(`Canonical JSON cannot hold the number ${value}`);
  return JSON.stringify(value);
}
function canonicalString(value) {
  if (!value.isWellFormed()) throw new TypeError("Canonical JSON cannot hold text with half a surrogate pair");
  return JSON.stringify(value);
}
function isPlainObject(value) {
  if (typeof value !== "object" || value === null) return false;
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
function describe(value) {
  return typeof value === "object" && value !== null ? `a ${value.constructor?.name ?? "strange object"}` : `a value of type ${typeof value}`;
}
var init_canonical_json = __esm({
  "src/platform/canonical-json.ts"() {
    "use strict";
  }
});

// src/platform/context.ts
function asSystem(services, name2) {
  return { ...services, actor: { kind: "system", name: name2 } };
}
var init_context = __esm({
  "src/platform/context.ts"() {
    "use strict";
  }
});

// src/platform/database/deeds.ts
function deedOf(sql4) {
  if (!/^\s*(insert|update|delete|replace)\b/i.test(sql4)) return null;
  return /^\s*insert\s+into\s+"?activity"?\b/i.test(sql4) ? "audit" : "change";
}
function unauditedWrite() {
  return new Error("This transaction changed something and wrote no audit line: call audit() beside the change.");
}
var init_deeds = __esm({
  "src/platform/database/deeds.ts"() {
    "use strict";
  }
});

// src/platform/database/autocommit.ts
import {
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler
} from "kysely";
function autocommit(database) {
  const connection = {
    executeQuery(query) {
      return deedOf(query.sql) ? database.housekeep((tx) => tx.executeQuery(query)) : database.read.executeQuery(query);
    },
    // biome-ignore lint/correctness/useYield: nothing streams through this handle
    async *streamQuery() {
      throw new Error("streaming is not offered here");
    }
  };
  const unsupported = async () => {
    throw new Error("transactions are not offered here: use Database.write");
  };
  const driver = {
    init: async () => {
    },
    acquireConnection: async () => connection,
    beginTransaction: unsupported,
    commitTransaction: unsupported,
    rollbackTransaction: unsupported,
    releaseConnection: async () => {
    },
    destroy: async () => {
    }
  };
  const sqlite = database.engine === "sqlite";
  return new Kysely({
    dialect: {
      createAdapter: () => sqlite ? new SqliteAdapter() : new PostgresAdapter(),
      createDriver: () => driver,
      createIntrospector: (db) => sqlite ? new SqliteIntrospector(db) : new PostgresIntrospector(db),
      createQueryCompiler: () => sqlite ? new SqliteQueryCompiler() : new PostgresQueryCompiler()
    }
  });
}
var init_autocommit = __esm({
  "src/platform/database/autocommit.ts"() {
    "use strict";
    init_deeds();
  }
});

// src/platform/database/failures.ts
function translateFailure(error) {
  if (!(error instanceof Error)) return error;
  const unique2 = /UNIQUE constraint failed: (?:index '(.+)'|([\w., ]+))/.exec(error.message);
  if (unique2) return new Conflict(unique2[1] ?? unique2[2] ?? "unknown", error);
  const postgres = error;
  if (postgres.code === "23505") return new Conflict(postgres.constraint ?? "unknown", error);
  return error;
}
var Conflict, DatabaseUnavailable;
var init_failures = __esm({
  "src/platform/database/failures.ts"() {
    "use strict";
    Conflict = class extends Error {
      constraint;
      constructor(constraint, cause) {
        super(`already exists: ${constraint}`, { cause });
        this.constraint = constraint;
      }
    };
    DatabaseUnavailable = class extends Error {
    };
  }
});

// src/platform/database/migrate.ts
import { Migrator } from "kysely/migration";
async function migrate(database, migrations2) {
  const migrator = new Migrator({
    db: database.schema,
    provider: {
      getMigrations: async () => Object.fromEntries(migrations2.map(({ name: name2, up }) => [name2, { up: (tx) => up(tx, database.engine) }]))
    },
    migrationTableName: "schema_migration",
    migrationLockTableName: "schema_migration_lock"
  });
  const { error, results } = await migrator.migrateToLatest();
  if (error) {
    if (error instanceof Error && /previously executed migration .* is missing/.test(error.message)) throw new NewerDatabase();
    throw error;
  }
  return (results ?? []).map((result) => result.migrationName);
}
var NewerDatabase;
var init_migrate = __esm({
  "src/platform/database/migrate.ts"() {
    "use strict";
    NewerDatabase = class extends Error {
      constructor() {
        super("This database was used by a newer version of Mentormark. Start that version, or restore a backup made before it.");
      }
    };
  }
});

// src/platform/database/postgres.ts
import { CompiledQuery, Kysely as Kysely2, PostgresDialect } from "kysely";
async function openPostgres(url) {
  const { default: pg } = await import("pg");
  const pool = new pg.Pool({ connectionString: url, max: 10, connectionTimeoutMillis: 1e4 });
  pool.on("error", () => {
  });
  try {
    await pool.query("select 1");
  } catch (error) {
    await pool.end();
    throw new DatabaseUnavailable(
      `PostgreSQL can't be reached: ${error.message || error.code}.`,
      {
        cause: error
      }
    );
  }
  return postgresDatabase(new PostgresDialect({ pool }));
}
function postgresDatabase(dialect2) {
  const read = new Kysely2({ dialect: dialect2 });
  async function transact(work, audited) {
    for (let attempt = 1; ; attempt++) {
      try {
        return await read.transaction().setIsolationLevel("serializable").execute(async (transaction) => {
          const deeds = /* @__PURE__ */ new Set();
          const tx = watch(transaction, deeds);
          const value = await work(tx);
          if (audited && deeds.has("change") && !deeds.has("audit")) throw unauditedWrite();
          return value;
        });
      } catch (error) {
        const code = error.code;
        if ((code === "40001" || code === "40P01") && attempt < ATTEMPTS) {
          await new Promise((resolve) => setTimeout(resolve, Math.random() * 10 * attempt));
          continue;
        }
        throw translateFailure(error);
      }
    }
  }
  return {
    engine: "postgres",
    read,
    schema: read,
    write: (work) => transact(work, true),
    housekeep: (work) => transact(work, false),
    healthy: () => read.executeQuery(CompiledQuery.raw("select 1")).then(
      () => true,
      () => false
    ),
    close: () => read.destroy()
  };
}
function watch(tx, deeds) {
  return tx.withPlugin({
    transformQuery({ node }) {
      const into = node.kind === "InsertQueryNode" ? node.into?.table.identifier.name : null;
      if (into === "activity") deeds.add("audit");
      else if (["InsertQueryNode", "UpdateQueryNode", "DeleteQueryNode", "MergeQueryNode"].includes(node.kind))
        deeds.add("change");
      else if (node.kind === "RawNode" && deedOf(node.sqlFragments.join("?"))) deeds.add("change");
      return node;
    },
    transformResult: async ({ result }) => result
  });
}
var ATTEMPTS;
var init_postgres = __esm({
  "src/platform/database/postgres.ts"() {
    "use strict";
    init_deeds();
    init_failures();
    ATTEMPTS = 10;
  }
});

// src/platform/database/sqlite.ts
import { DatabaseSync } from "node:sqlite";
import { Kysely as Kysely3, SqliteDialect } from "kysely";
function openSqlite(file) {
  const writing = connect(file);
  const reading = connect(file);
  reading.exec("pragma query_only = on");
  let deeds = /* @__PURE__ */ new Set();
  const read = new Kysely3({ dialect: dialect(reading, () => {
  }) });
  const writer = new Kysely3({ dialect: dialect(writing, (deed) => deeds.add(deed)) });
  const tx = writer;
  let waiting = [];
  let running = null;
  let closed = false;
  async function runBatch(batch) {
    const outcomes = [];
    try {
      writing.exec("begin immediate");
      for (const job of batch) {
        writing.exec("savepoint job");
        deeds = /* @__PURE__ */ new Set();
        try {
          const value = await job.work(tx);
          if (job.audited && deeds.has("change") && !deeds.has("audit")) throw unauditedWrite();
          writing.exec("release job");
          outcomes.push({ job, ok: true, value });
        } catch (error) {
          writing.exec("rollback to job");
          writing.exec("release job");
          outcomes.push({ job, ok: false, value: translateFailure(error) });
        }
      }
      writing.exec("commit");
    } catch (error) {
      if (writing.isTransaction) writing.exec("rollback");
      for (const job of batch) job.reject(error);
      return;
    }
    for (const { job, ok, value } of outcomes) ok ? job.resolve(value) : job.reject(value);
  }
  async function drain() {
    await new Promise(setImmediate);
    while (waiting.length > 0) {
      const batch = waiting.slice(0, BATCH);
      waiting = waiting.slice(BATCH);
      await runBatch(batch);
    }
    running = null;
  }
  function enqueue(work, audited) {
    if (closed) return Promise.reject(new DatabaseUnavailable("The database is closed."));
    return new Promise((resolve, reject) => {
      waiting.push({ work, audited, resolve, reject });
      running ??= drain();
    });
  }
  return {
    engine: "sqlite",
    read,
    schema: writer,
    write: (work) => enqueue(work, true),
    housekeep: (work) => enqueue(work, false),
    healthy: async () => reading.prepare("select 1").get() !== void 0,
    async close() {
      closed = true;
      await running;
      reading.close();
      writing.close();
    }
  };
}
function connect(file) {
  try {
    const connection = new DatabaseSync(file, { timeout: 5e3 });
    connection.exec("pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on; pragma cache_size = -16000");
    return connection;
  } catch (error) {
    throw new DatabaseUnavailable(`The database file ${file} can't be opened: ${error.message}.`, { cause: error });
  }
}
function dialect(connection, did) {
  const prepared = /* @__PURE__ */ new Map();
  return new SqliteDialect({
    database: {
      close: () => {
      },
      prepare(sql4) {
        const known3 = prepared.get(sql4);
        if (known3) return known3;
        const statement = adapt(connection.prepare(sql4), deedOf(sql4), did);
        if (prepared.size >= 1e3) prepared.clear();
        prepared.set(sql4, statement);
        return statement;
      }
    }
  });
}
function adapt(statement, deed, did) {
  const noted = () => {
    if (deed) did(deed);
  };
  return {
    reader: statement.columns().length > 0,
    all(parameters) {
      noted();
      return statement.all(...parameters);
    },
    run(parameters) {
      noted();
      return statement.run(...parameters);
    },
    iterate: (parameters) => statement.iterate(...parameters)
  };
}
var BATCH;
var init_sqlite = __esm({
  "src/platform/database/sqlite.ts"() {
    "use strict";
    init_deeds();
    init_failures();
    BATCH = 128;
  }
});

// src/platform/database/index.ts
var init_database = __esm({
  "src/platform/database/index.ts"() {
    "use strict";
    init_autocommit();
    init_failures();
    init_migrate();
    init_owned();
    init_postgres();
    init_sqlite();
  }
});

// src/platform/files.ts
import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
function filesIn(folder) {
  const pathOf = (sha256) => join(folder, sha256.slice(0, 2), sha256);
  return {
    async keep(stream, limit) {
      const incoming = join(folder, "incoming");
      await mkdir(incoming, { recursive: true, mode: 448 });
      const temporary = join(incoming, randomUUID());
      const hash2 = createHash("sha256");
      let bytes = 0;
      try {
        await pipeline(
          stream,
          async function* (chunks) {
            for await (const chunk of chunks) {
              bytes += chunk.length;
              if (bytes > limit) throw new FileTooLarge();
              hash2.update(chunk);
              yield chunk;
            }
          },
          createWriteStream(temporary, { mode: 384 })
        );
        const sha256 = hash2.digest("hex");
        await sync(temporary);
        await mkdir(dirname(pathOf(sha256)), { recursive: true, mode: 448 });
        await rename(temporary, pathOf(sha256));
        await sync(dirname(pathOf(sha256)));
        return { sha256, bytes };
      } catch (error) {
        await rm(temporary, { force: true });
        throw error;
      }
    },
    async open(sha256) {
      if (!/^[0-9a-f]{64}$/.test(sha256)) return null;
      const found2 = await stat(pathOf(sha256)).catch(() => null);
      return found2?.isFile() ? { bytes: found2.size, stream: createReadStream(pathOf(sha256)) } : null;
    }
  };
}
async function sync(path2) {
  const handle = await open(path2, "r");
  await handle.sync();
  await handle.close();
}
var FileTooLarge, noFiles;
var init_files = __esm({
  "src/platform/files.ts"() {
    "use strict";
    FileTooLarge = class extends Error {
    };
    noFiles = {
      async keep(stream) {
        stream.resume();
        return { sha256: "", bytes: 0 };
      },
      open: async () => null
    };
  }
});

// src/platform/http/csrf.ts
import { createHmac, randomBytes, timingSafeEqual } from "node:crypto";
import { getCookie, setCookie } from "hono/cookie";
function issueToken(c, secret, secure) {
  let seed = getCookie(c, cookieName(secure));
  if (!seed || !/^[\w-]{22}$/.test(seed)) {
    seed = randomBytes(16).toString("base64url");
    setCookie(c, cookieName(secure), seed, { httpOnly: true, sameSite: "Lax", secure, path: "/" });
  }
  const token = tokenFor(seed, secret);
  const mask = randomBytes(token.length);
  return Buffer.concat([mask, xor(token, mask)]).toString("base64url");
}
function isOurs(c, token, options2) {
  const origin = c.req.header("origin");
  const site = c.req.header("sec-fetch-site");
  if (origin !== void 0 && origin !== options2.origin) return false;
  if (origin === void 0 && site !== void 0 && site !== "same-origin") return false;
  const seed = getCookie(c, cookieName(options2.secure));
  if (!seed) return false;
  const sent = Buffer.from(token, "base64url");
  const expected = tokenFor(seed, options2.secret);
  if (sent.length !== expected.length * 2) return false;
  return timingSafeEqual(xor(sent.subarray(expected.length), sent.subarray(0, expected.length)), expected);
}
function tokenFor(seed, secret) {
  return createHmac("sha256", secret).update(`form:${seed}`).digest().subarray(0, 16);
}
function xor(a2, b) {
  return Buffer.from(a2.map((byte, index) => byte ^ (b[index] ?? 0)));
}
var TOKEN_PLACEHOLDER, TOKEN_FIELD, cookieName;
var init_csrf = __esm({
  "src/platform/http/csrf.ts"() {
    "use strict";
    TOKEN_PLACEHOLDER = `token-${randomBytes(12).toString("hex")}`;
    TOKEN_FIELD = "token";
    cookieName = (secure) => secure ? "__Host-mm-form" : "mm-form";
  }
});

// src/platform/http/problem.ts
function found(value) {
  if (value === null || value === void 0) throw new Problem("not-found");
  return value;
}
var PROBLEMS, Problem;
var init_problem = __esm({
  "src/platform/http/problem.ts"() {
    "use strict";
    PROBLEMS = {
      "not-found": 404,
      "not-allowed": 403,
      /** The form's hidden token or the request's origin was not ours. */
      forged: 403,
      "too-large": 413,
      "too-many": 429,
      /** The thing has moved on: completed meanwhile, say. */
      stale: 409,
      broken: 500
    };
    Problem = class extends Error {
      kind;
      /** Seconds after which it is worth trying again, for `too-many`. */
      retryAfter;
      /** What the person had sent, so that the page can show it back to them. */
      form;
      constructor(kind, options2 = {}) {
        super(kind, { cause: options2.cause });
        this.kind = kind;
        this.form = options2.form ?? null;
        this.retryAfter = options2.retryAfter ?? null;
      }
    };
  }
});

// src/platform/http/body.ts
import { Readable } from "node:stream";
import busboy from "busboy";
function isSecretField(name2) {
  return name2 === TOKEN_FIELD || name2.startsWith("passphrase");
}
async function readForm(c, files) {
  const type = c.req.header("content-type") ?? "";
  if (type.startsWith("multipart/form-data")) return readMultipart(c, files);
  if (Number(c.req.header("content-length") ?? 0) > FORM_BYTES) throw new Problem("too-large");
  const text2 = await c.req.text();
  if (text2.length > FORM_BYTES) throw new Problem("too-large");
  return form([...new URLSearchParams(text2)], [], []);
}
function form(entries2, uploads, tooLarge) {
  const clean2 = entries2.map(([name2, value]) => [name2, value.replace(/\r\n?/g, "\n").replaceAll("\0", "")]);
  return {
    get: (name2) => clean2.find(([each]) => each === name2)?.[1] ?? "",
    all: (name2) => clean2.filter(([each]) => each === name2).map(([, value]) => value),
    has: (name2) => clean2.some(([each]) => each === name2),
    uploads,
    tooLarge,
    entries: clean2
  };
}
async function readMultipart(c, files) {
  const body = c.req.raw.body;
  if (!body) return form([], [], []);
  const entries2 = [];
  const uploads = [];
  const tooLarge = [];
  let textBytes = 0;
  await new Promise((resolve, reject) => {
    const source = Readable.fromWeb(body);
    const parser = busboy({
      headers: { "content-type": c.req.header("content-type") },
      defParamCharset: "utf8",
      limits: { fields: FIELDS, files: FILES, fieldSize: FORM_BYTES, parts: FIELDS + FILES }
    });
    parser.on("field", (name2, value) => {
      textBytes += Buffer.byteLength(value);
      if (textBytes > FORM_BYTES) reject(new Problem("too-large"));
      else entries2.push([name2, value]);
    });
    parser.on("file", (field, stream, info) => {
      if (!info.filename) {
        stream.resume();
        return;
      }
      const content = Readable.from(stream.iterator({ destroyOnReturn: false }));
      stream.on("error", () => {
      });
      uploads.push(
        files.keep(content, FILE_BYTES).then(
          (stored) => ({
            ...stored,
            field,
            name: (info.filename ?? "").replace(/^.*[\\/]/, "").slice(0, 200),
            claimedType: info.mimeType
          }),
          (error) => {
            stream.resume();
            if (error instanceof FileTooLarge) tooLarge.push(field);
            else reject(error);
            return null;
          }
        )
      );
    });
    parser.on("partsLimit", () => reject(new Problem("too-large")));
    parser.on("fieldsLimit", () => reject(new Problem("too-large")));
    parser.on("error", (error) => reject(new Problem("broken", { cause: error })));
    parser.on("close", resolve);
    source.on("error", reject);
    source.pipe(parser);
  });
  const kept2 = (await Promise.all(uploads)).filter((upload) => upload !== null);
  return form(entries2, kept2, tooLarge);
}
var FORM_BYTES, FILE_BYTES, FIELDS, FILES;
var init_body = __esm({
  "src/platform/http/body.ts"() {
    "use strict";
    init_files();
    init_csrf();
    init_problem();
    FORM_BYTES = 4 * 1024 * 1024;
    FILE_BYTES = 25 * 1024 * 1024;
    FIELDS = 2e3;
    FILES = 10;
  }
});

// src/platform/http/dates.ts
function readDate(form2, name2, rules = {}) {
  const label2 = rules.label ?? "The date";
  const boxes = spread(typedDate(form2, name2));
  if (!boxes) return wrong(`${label2} must be a day, a month and a year, such as 5 3 2026`, PARTS);
  const missing = PARTS.filter((part) => boxes[part] === "");
  if (missing.length === 3) {
    return rules.required ? wrong(`Enter ${label2[0]?.toLowerCase()}${label2.slice(1)}`, PARTS) : { ok: true, day: null };
  }
  if (missing.length > 0) return wrong(`${label2} must include a ${missing.join(" and a ")}`, missing);
  const day = /^\d{1,4}$/.test(boxes.day) ? Number(boxes.day) : 0;
  if (day < 1 || day > 31) return wrong(`${label2} must have a day from 1 to 31`, ["day"]);
  const month = monthOf(boxes.month);
  if (!month) return wrong(`${label2} must have a month from 1 to 12, or its name`, ["month"]);
  if (!/^\d{4}$/.test(boxes.year)) return wrong(`${label2} must have a year with all four digits, such as 2026`, ["year"]);
  const year = Number(boxes.year);
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return wrong(`${label2} must have a year from ${FIRST_YEAR} to ${LAST_YEAR}`, ["year"]);
  }
  const last = daysIn(month, year);
  if (day > last) {
    const monthName = MONTHS[month - 1] ?? "";
    const when = month === 2 ? `in ${year}, ${monthName}` : monthName;
    return wrong(`${day} ${monthName} is not a real date: ${when} has ${last} days`, ["day"]);
  }
  const value = `${year}-${two(month)}-${two(day)}`;
  if (rules.notBefore && value < rules.notBefore) return wrong(`${label2} must be on or after ${inWords(rules.notBefore)}`, PARTS);
  if (rules.notAfter && value > rules.notAfter) return wrong(`${label2} must be on or before ${inWords(rules.notAfter)}`, PARTS);
  return { ok: true, day: value };
}
function typedDate(form2, name2) {
  return { day: form2.get(`${name2}-day`), month: form2.get(`${name2}-month`), year: form2.get(`${name2}-year`) };
}
function dateBoxes(day) {
  const [year = "", month = "", date = ""] = day?.split("-") ?? [];
  return { day: date.replace(/^0/, ""), month: month.replace(/^0/, ""), year };
}
function wrong(message, parts) {
  return { ok: false, message, parts };
}
function spread(typed) {
  const day = tidy(typed.day);
  const month = tidy(typed.month);
  const year = tidy(typed.year);
  if (day && month && year) return { day: together(day), month: together(month), year: together(year) };
  const words3 = [day, month, year].map(wordsOf);
  if (words3.every((each) => each.length <= 1)) return { day, month, year };
  return shareOut(words3.flat());
}
function tidy(text2) {
  return text2.trim().slice(0, LONGEST).normalize("NFKC").replace(/^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s,.]+/i, "").replace(/(\d)[T\s]\d{1,2}:\d{2}\S*$/i, "$1").replace(/\b(\d{1,2})(st|nd|rd|th)\b/gi, "$1").replace(/\bof\b/gi, "").trim();
}
function together(text2) {
  return text2.replace(/\s+/g, "").replace(/[.,]$/, "");
}
function wordsOf(text2) {
  return text2.split(/[\s/.,\-–—]+/).filter((word) => word !== "");
}
function shareOut(words3) {
  if (words3.length > 3) return null;
  const boxes = { day: "", month: "", year: "" };
  const numbers = words3.filter((word) => /^\d+$/.test(word));
  const names2 = words3.filter((word) => !/^\d+$/.test(word));
  if (names2.length > 1) return null;
  boxes.month = names2[0] ?? "";
  const year = numbers.findIndex((word) => word.length === 4);
  boxes.year = year < 0 ? "" : numbers[year] ?? "";
  const rest = numbers.filter((_, place) => place !== year);
  const order = year === 0 && rest.length === 2 ? ["month", "day"] : ["day", "month", "year"];
  for (const part of order) if (boxes[part] === "") boxes[part] = rest.shift() ?? "";
  return boxes;
}
function monthOf(text2) {
  if (/^\d{1,4}$/.test(text2)) return Number(text2) >= 1 && Number(text2) <= 12 ? Number(text2) : null;
  if (!/^[a-z]{3,}$/i.test(text2)) return null;
  const place = MONTHS.findIndex((month) => month.toLowerCase().startsWith(text2.toLowerCase()));
  return place < 0 ? null : place + 1;
}
function daysIn(month, year) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
function two(number) {
  return String(number).padStart(2, "0");
}
function inWords(day) {
  const [year, month, date] = day.split("-").map(Number);
  return `${date} ${MONTHS[(month ?? 1) - 1]} ${year}`;
}
var PARTS, MONTHS, FIRST_YEAR, LAST_YEAR, LONGEST;
var init_dates = __esm({
  "src/platform/http/dates.ts"() {
    "use strict";
    PARTS = ["day", "month", "year"];
    MONTHS = [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December"
    ];
    FIRST_YEAR = 1900;
    LAST_YEAR = 2100;
    LONGEST = 60;
  }
});

// src/platform/http/path.ts
function path(pattern) {
  return {
    pattern,
    to(params, query) {
      const address = pattern.replace(/:(\w+)/g, (_, name2) => encodeURIComponent(params?.[name2] ?? ""));
      const search = new URLSearchParams(
        Object.entries(query ?? {}).flatMap(
          ([name2, value]) => value === null || value === void 0 || value === "" ? [] : [[name2, String(value)]]
        )
      ).toString();
      return search ? `${address}?${search}` : address;
    }
  };
}
var init_path = __esm({
  "src/platform/http/path.ts"() {
    "use strict";
  }
});

// src/platform/http/routes.ts
var Routes;
var init_routes = __esm({
  "src/platform/http/routes.ts"() {
    "use strict";
    Routes = class {
      declared = [];
      #mounts = [];
      get(pattern, guard, handler) {
        return this.#add("GET", pattern, guard, handler);
      }
      /** The form has been read and is known to come from one of our pages; its fields have not been checked. */
      post(pattern, guard, handler) {
        return this.#add("POST", pattern, guard, async (visit2, c) => handler(visit2, await visit2.readForm(), c));
      }
      mount(app) {
        for (const mount of this.#mounts) mount(app);
      }
      #add(method, pattern, guard, handler) {
        this.declared.push({ method, pattern, guard: guard.name });
        this.#mounts.push(
          (app) => app.on(method, pattern, async (c) => {
            const visit2 = await guard.admit(c);
            return visit2 instanceof Response ? visit2 : handler(visit2, c);
          })
        );
        return this;
      }
    };
  }
});

// src/platform/http/visit.ts
function setVisit(c, visit2) {
  visits.set(c.req.raw, visit2);
}
function visitOf(c) {
  const visit2 = visits.get(c.req.raw);
  if (!visit2) throw new Error("no visit for this request: is the visit middleware mounted?");
  return visit2;
}
var visits;
var init_visit = __esm({
  "src/platform/http/visit.ts"() {
    "use strict";
    visits = /* @__PURE__ */ new WeakMap();
  }
});

// src/platform/index.ts
var init_platform = __esm({
  "src/platform/index.ts"() {
    "use strict";
    init_actor();
    init_audit();
    init_canonical_json();
    init_clock();
    init_context();
    init_database();
    init_body();
    init_dates();
    init_path();
    init_problem();
    init_routes();
    init_visit();
    init_ids();
  }
});

// src/accounts/policy.ts
function roleMay(role, permission) {
  return ALLOWED[permission].includes(role);
}
function isRole(text2) {
  return ROLES.includes(text2);
}
var ROLES, ALLOWED;
var init_policy = __esm({
  "src/accounts/policy.ts"() {
    "use strict";
    ROLES = ["owner", "lead", "contributor", "viewer"];
    ALLOWED = {
      "see-organisation": ["owner", "lead", "contributor", "viewer"],
      "describe-organisation": ["owner", "lead"],
      "manage-members": ["owner"],
      "see-assessments": ["owner", "lead", "contributor", "viewer"],
      "start-assessment": ["owner", "lead"],
      "answer-assessment": ["owner", "lead", "contributor"],
      "claim-exemption": ["owner", "lead"],
      "complete-assessment": ["owner", "lead"],
      "correct-assessment": ["owner", "lead"],
      "change-plan": ["owner", "lead", "contributor"]
    };
  }
});

// src/accounts/session.ts
import { createHmac as createHmac2, timingSafeEqual as timingSafeEqual2 } from "node:crypto";
import { getCookie as getCookie2, setCookie as setCookie2 } from "hono/cookie";
function sessionToken(c, secret, secure) {
  const cookie2 = getCookie2(c, sessionCookie(secure));
  const dot = cookie2?.lastIndexOf(".") ?? -1;
  if (!cookie2 || dot < 1) return null;
  const token = cookie2.slice(0, dot);
  const sent = Buffer.from(cookie2.slice(dot + 1), "base64");
  const expected = createHmac2("sha256", secret).update(token).digest();
  return sent.length === expected.length && timingSafeEqual2(sent, expected) ? token : null;
}
function writeSessionCookie(c, token, secret, secure) {
  const signature = createHmac2("sha256", secret).update(token).digest("base64");
  setCookie2(c, sessionCookie(secure), `${token}.${signature}`, { ...attributes(secure), maxAge: SESSION_SECONDS });
}
function clearSessionCookie(c, secure) {
  setCookie2(c, sessionCookie(secure), "", { ...attributes(secure), maxAge: 0 });
}
async function sessionOf(db, clock, token) {
  const row = await db.selectFrom("session").innerJoin("person", "person.id", "session.person_id").select(["session.id as session_id", "session.expires_at", "person.id", "person.name", "person.email"]).where("session.token", "=", token).executeTakeFirst();
  if (!row) return null;
  const expiresAt = new Date(row.expires_at);
  if (expiresAt <= clock.now()) return null;
  return { id: row.session_id, token, person: { id: row.id, name: row.name, email: row.email }, expiresAt };
}
function isDueForRenewal(session, clock) {
  const renewedAt = session.expiresAt.getTime() - SESSION_SECONDS * 1e3;
  return clock.now().getTime() >= renewedAt + RENEW_SECONDS * 1e3;
}
async function renewSession(db, clock, session) {
  const now = clock.now();
  await db.housekeep(
    (tx) => tx.updateTable("session").set({ expires_at: new Date(now.getTime() + SESSION_SECONDS * 1e3).toISOString(), updated_at: now.toISOString() }).where("token", "=", session.token).execute()
  );
}
async function memberOf(db, person, organisationId) {
  const row = await db.selectFrom("membership").innerJoin("organisation", "organisation.id", "membership.organisation_id").select(["membership.role", "organisation.name"]).where("membership.organisation_id", "=", organisationId).where("membership.person_id", "=", person.id).executeTakeFirst();
  if (!row || !isRole(row.role)) return null;
  return { ...person, organisation: { id: organisationId, name: row.name }, role: row.role };
}
var SESSION_SECONDS, RENEW_SECONDS, sessionCookie, attributes;
var init_session = __esm({
  "src/accounts/session.ts"() {
    "use strict";
    init_policy();
    SESSION_SECONDS = 30 * 24 * 60 * 60;
    RENEW_SECONDS = 24 * 60 * 60;
    sessionCookie = (secure) => `${secure ? "__Secure-" : ""}mentormark.session_token`;
    attributes = (secure) => ({ path: "/", httpOnly: true, secure, sameSite: "Lax" });
  }
});

// src/accounts/estimator.ts
var estimator_exports = {};
__export(estimator_exports, {
  estimator: () => estimator
});
import { ZxcvbnFactory } from "@zxcvbn-ts/core";
import { adjacencyGraphs, dictionary as common } from "@zxcvbn-ts/language-common";
import { dictionary as english } from "@zxcvbn-ts/language-en";
var LOOKED_AT, estimator;
var init_estimator = __esm({
  "src/accounts/estimator.ts"() {
    "use strict";
    LOOKED_AT = 64;
    estimator = new ZxcvbnFactory({
      dictionary: { ...common, ...english },
      graphs: adjacencyGraphs,
      maxLength: LOOKED_AT
    });
  }
});

// src/accounts/passphrase.ts
function normalisePassphrase(typed) {
  if (typed.length > MAX_CHARACTERS * 4) return null;
  const passphrase = typed.normalize("NFKC");
  return characters(passphrase) > MAX_CHARACTERS ? null : passphrase;
}
async function weaknessOf(typed, about2) {
  if (typed === "") return { because: "empty" };
  const passphrase = normalisePassphrase(typed);
  if (passphrase === null) return { because: "long" };
  if (characters(passphrase) < MIN_CHARACTERS) return { because: "short", characters: characters(passphrase) };
  const { estimator: estimator2 } = await Promise.resolve().then(() => (init_estimator(), estimator_exports));
  const known3 = [...PRODUCT_WORDS, ...about2.flatMap(partsOf)];
  for (const spelling of [passphrase, passphrase.replace(/[\p{P}\p{Z}]/gu, "")]) {
    const result = estimator2.check(spelling, known3);
    if (result.score < STRONG_ENOUGH) return { because: "guessable", hint: hintOf(result) };
  }
  return null;
}
function characters(text2) {
  return [...text2].length;
}
function partsOf(text2) {
  const whole = text2.normalize("NFKC").toLowerCase();
  const parts = whole.split(/[^\p{L}\p{N}]+/u).filter((part) => part.length >= 3);
  return [whole, parts.join(""), ...parts];
}
function hintOf(result) {
  const dictionaries = result.sequence.map((match) => "dictionaryName" in match ? match.dictionaryName : "");
  if (result.feedback.warning === "userInputs" || dictionaries.includes("userInputs")) return "personal";
  switch (result.feedback.warning) {
    case "topTen":
    case "topHundred":
    case "common":
    case "similarToCommon":
      return "common";
    case "simpleRepeat":
    case "extendedRepeat":
      return "repeated";
    case "straightRow":
    case "keyPattern":
    case "sequences":
      return "keyboard";
    case "dates":
    case "recentYears":
      return "dates";
    default:
      return "words";
  }
}
var MIN_CHARACTERS, MAX_CHARACTERS, PRODUCT_WORDS, STRONG_ENOUGH;
var init_passphrase = __esm({
  "src/accounts/passphrase.ts"() {
    "use strict";
    MIN_CHARACTERS = 12;
    MAX_CHARACTERS = 200;
    PRODUCT_WORDS = ["mentormark", "mentor", "mentors", "mentoring", "mentee", "mentees", "framework", "passphrase", "password"];
    STRONG_ENOUGH = 3;
  }
});

// src/accounts/auth.ts
var auth_exports = {};
__export(auth_exports, {
  createAuth: () => createAuth
});
import { betterAuth } from "better-auth";
function createAuth(services, options2) {
  const times = { createdAt: "created_at", updatedAt: "updated_at" };
  return betterAuth({
    appName: "Mentormark",
    baseURL: services.baseUrl,
    secret: options2.secret,
    telemetry: { enabled: false },
    logger: { disabled: true },
    database: { db: autocommit(services.db), type: services.db.engine === "sqlite" ? "sqlite" : "postgres", transaction: false },
    user: { modelName: "person", fields: { emailVerified: "email_verified", ...times } },
    session: {
      modelName: "session",
      fields: { userId: "person_id", expiresAt: "expires_at", ipAddress: "ip_address", userAgent: "user_agent", ...times },
      expiresIn: SESSION_SECONDS,
      updateAge: RENEW_SECONDS
    },
    account: {
      modelName: "sign_in_method",
      fields: {
        accountId: "account_id",
        providerId: "provider_id",
        userId: "person_id",
        accessToken: "access_token",
        refreshToken: "refresh_token",
        idToken: "id_token",
        accessTokenExpiresAt: "access_token_expires_at",
        refreshTokenExpiresAt: "refresh_token_expires_at",
        ...times
      }
    },
    verification: { modelName: "verification", fields: { expiresAt: "expires_at", ...times } },
    emailAndPassword: {
      enabled: true,
      // Our own bounds count what people see (passphrase.ts); the library counts UTF-16 units, of which an emoji has two.
      minPasswordLength: MIN_CHARACTERS,
      maxPasswordLength: MAX_CHARACTERS * 2,
      revokeSessionsOnPasswordReset: true,
      resetPasswordTokenExpiresIn: RESET_SECONDS,
      sendResetPassword: async ({ user, token }) => options2.sendReset(user, token),
      onPasswordReset: async ({ user }) => options2.afterReset(user)
    },
    databaseHooks: {
      // The library looks at the machine's clock; everything else, and every test, goes by ours.
      session: { create: { before: async (session) => ({ data: { ...session, ...sessionTimes(services.clock) } }) } }
    },
    advanced: {
      cookiePrefix: "mentormark",
      useSecureCookies: options2.secure,
      database: { generateId: () => newId() },
      disableCSRFCheck: false
    }
  });
}
function sessionTimes(clock) {
  const now = clock.now();
  return { createdAt: now, updatedAt: now, expiresAt: new Date(now.getTime() + SESSION_SECONDS * 1e3) };
}
var RESET_SECONDS;
var init_auth = __esm({
  "src/accounts/auth.ts"() {
    "use strict";
    init_platform();
    init_passphrase();
    init_session();
    RESET_SECONDS = 60 * 60;
  }
});

// src/ui/components/attributes.ts
function classes(...names2) {
  return names2.filter((name2) => name2).join(" ");
}
function ids(...names2) {
  return classes(...names2) || void 0;
}
function present(list3) {
  return list3.filter((item) => Boolean(item));
}
function headingTag(level) {
  return `h${level}`;
}
var init_attributes = __esm({
  "src/ui/components/attributes.ts"() {
    "use strict";
  }
});

// src/ui/jsx/jsx-runtime.ts
import { escapeToBuffer } from "hono/utils/html";
function trusted(html) {
  return new Html(html);
}
function escaped(text2) {
  const buffer = [""];
  escapeToBuffer(text2, buffer);
  return buffer[0];
}
function write(child) {
  if (child instanceof Html) return child.text;
  if (typeof child === "string") return escaped(child);
  if (child === null || child === void 0 || typeof child === "boolean") return "";
  if (typeof child === "number") return String(child);
  let out = "";
  for (const each of child) out += write(each);
  return out;
}
function jsx(tag, props) {
  if (typeof tag === "function") return tag(props);
  let out = `<${tag}`;
  for (const name2 in props) {
    if (name2 === "children") continue;
    const value = props[name2];
    if (value === null || value === void 0 || value === false) continue;
    out += value === true ? ` ${name2}` : ` ${name2}="${escaped(String(value))}"`;
  }
  if (VOID.has(tag)) return new Html(`${out}>`);
  return new Html(`${out}>${write(props.children)}</${tag}>`);
}
function Fragment({ children }) {
  return new Html(write(children));
}
var Html, VOID;
var init_jsx_runtime = __esm({
  "src/ui/jsx/jsx-runtime.ts"() {
    "use strict";
    Html = class {
      text;
      constructor(text2) {
        this.text = text2;
      }
      toString() {
        return this.text;
      }
    };
    VOID = /* @__PURE__ */ new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
  }
});

// src/ui/components/details.tsx
function Details(props) {
  return /* @__PURE__ */ jsx("details", { id: props.id, class: classes("govuk-details", props.class), ...props.attributes, open: props.open, children: [
    /* @__PURE__ */ jsx("summary", { class: "govuk-details__summary", children: /* @__PURE__ */ jsx("span", { class: "govuk-details__summary-text", children: props.summary }) }),
    /* @__PURE__ */ jsx("div", { class: "govuk-details__text", children: props.children })
  ] });
}
var init_details = __esm({
  "src/ui/components/details.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/charts/data.ts
function placesOf(data) {
  const states = data.standards.flatMap((standard2) => standard2.indicators.map((indicator4) => indicator4.state.kind));
  return [
    ...data.ratings.map((rating2) => ({
      label: rating2.label,
      order: rating2.order,
      holds: (state2) => state2.kind === "rated" && state2.order === rating2.order
    })),
    ...UNRATED.filter(({ kind }) => states.includes(kind)).map(({ kind, label: label2 }) => ({
      label: label2,
      order: null,
      holds: (state2) => state2.kind === kind
    }))
  ];
}
function stateLabel(state2, ratings) {
  if (state2.kind === "rated") return ratings.find((rating2) => rating2.order === state2.order)?.label ?? "";
  return UNRATED.find(({ kind }) => kind === state2.kind)?.label ?? "";
}
function inWords2(standard2, places) {
  const counts = places.map((place) => ({
    label: place.label,
    count: standard2.indicators.filter((indicator4) => place.holds(indicator4.state)).length
  })).filter(({ count: count2 }) => count2 > 0).map(({ label: label2, count: count2 }) => `${count2} ${label2.toLowerCase()}`);
  return `Standard ${standard2.number}, ${standard2.title}: ${counts.join(", ") || "no indicators"}.`;
}
var UNRATED;
var init_data = __esm({
  "src/ui/charts/data.ts"() {
    "use strict";
    UNRATED = [
      { kind: "not-rated", label: "Not rated yet" },
      { kind: "less-relevant", label: "Less relevant" },
      { kind: "exempt", label: "Exempt" }
    ];
  }
});

// src/ui/charts/palette.ts
import { scaleLinear } from "d3-scale";
function ratingColour(order, count2) {
  return along(GROWTH, order, count2);
}
function ratingGround(order, count2) {
  return along(GROUND, order, count2);
}
function along(ramp, order, count2) {
  const scale = scaleLinear().domain(ramp.map((_, index) => index / (ramp.length - 1))).range(ramp);
  return hex(scale(count2 > 1 ? order / (count2 - 1) : 1));
}
function hex(rgb) {
  const parts = rgb.match(/\d+/g) ?? [];
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, "0")).join("")}`;
}
function readableOn(colour) {
  const light = luminance(colour) + 0.05;
  return light / 0.05 > 1.05 / light ? "#000000" : WHITE;
}
function luminance(colour) {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at2) => Number.parseInt(colour.slice(at2, at2 + 2), 16) / 255).map((part) => part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
var INK, QUIET, LINE, WHITE, CORE, GROWTH, GROUND;
var init_palette = __esm({
  "src/ui/charts/palette.ts"() {
    "use strict";
    INK = "#14282a";
    QUIET = "#44585a";
    LINE = "#cfc6b6";
    WHITE = "#ffffff";
    CORE = "#a8331a";
    GROWTH = ["#ffd978", "#b3cf63", "#3f9c84", "#0f4c4a"];
    GROUND = ["#fff1cd", "#e8f1cb", "#cbe7dc", "#a6d3ca"];
  }
});

// src/ui/charts/mark.tsx
function Mark({ order, count: count2 }) {
  const step = 23 / count2;
  const leaves = Array.from(
    { length: count2 },
    (_, index) => leaf(30 - index * step, index % 2 === 0 ? -1 : 1, Math.min(step * 1.6, 12))
  );
  return /* @__PURE__ */ jsx(Fragment, { children: [
    /* @__PURE__ */ jsx("path", { d: leaves.slice(order + 1).join(""), fill: WHITE, stroke: INK, "stroke-opacity": "0.5", "stroke-linejoin": "round" }),
    /* @__PURE__ */ jsx("path", { d: "M16 31.5V4", fill: "none", stroke: INK, "stroke-width": "2", "stroke-linecap": "round" }),
    /* @__PURE__ */ jsx(
      "path",
      {
        d: leaves.slice(0, order + 1).join(""),
        fill: ratingColour(order, count2),
        stroke: INK,
        "stroke-width": "1.5",
        "stroke-linejoin": "round"
      }
    )
  ] });
}
function leaf(y, side, height) {
  const at2 = (x, up) => `${Math.round((16 + side * x) * 10) / 10} ${Math.round((y - up * height) * 10) / 10}`;
  return `M${at2(0, 0)}C${at2(0.5, 0.9)} ${at2(6, 1.1)} ${at2(15, 1)}C${at2(14.5, 0.15)} ${at2(8, -0.15)} ${at2(0, 0)}Z`;
}
var init_mark = __esm({
  "src/ui/charts/mark.tsx"() {
    "use strict";
    init_palette();
    init_jsx_runtime();
  }
});

// src/ui/charts/drawing.tsx
import { symbol, symbolStar } from "d3-shape";
function Drawing({ id, title: title2, desc, width, height, class: className, children }) {
  return /* @__PURE__ */ jsx(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      class: className,
      viewBox: `0 0 ${width} ${Math.ceil(height)}`,
      width,
      height: Math.ceil(height),
      role: "img",
      "aria-labelledby": `${id}-title ${id}-desc`,
      "font-family": "'Atkinson Hyperlegible Next', Arial, sans-serif",
      fill: INK,
      children: [
        /* @__PURE__ */ jsx("title", { id: `${id}-title`, children: title2 }),
        /* @__PURE__ */ jsx("desc", { id: `${id}-desc`, children: desc }),
        children
      ]
    }
  );
}
function Lines({ lines: lines2, x, y, size, bold, anchor, fill }) {
  return /* @__PURE__ */ jsx("text", { "font-size": tidy3(size), "font-weight": bold ? "700" : void 0, "text-anchor": anchor, fill, children: lines2.map((line2, index) => /* @__PURE__ */ jsx("tspan", { x: tidy3(x), y: tidy3(y + index * size * LEADING), children: line2 })) });
}
function MarkDefinitions({ id, count: count2 }) {
  return /* @__PURE__ */ jsx("defs", { children: Array.from({ length: count2 }, (_, order) => /* @__PURE__ */ jsx("g", { id: `${id}-mark-${order}`, children: /* @__PURE__ */ jsx(Mark, { order, count: count2 }) })) });
}
function PlacedMark({ id, order, x, y, size }) {
  return /* @__PURE__ */ jsx("use", { href: `#${id}-mark-${order}`, transform: `translate(${tidy3(x)} ${tidy3(y)}) scale(${tidy3(size / 32)})` });
}
function CoreStar({ x, y, size = 48 }) {
  return /* @__PURE__ */ jsx("path", { d: symbol(symbolStar, size)(), transform: `translate(${tidy3(x)} ${tidy3(y)})`, fill: CORE });
}
function tidy3(length) {
  return Math.round(length * 100) / 100;
}
var LEADING;
var init_drawing = __esm({
  "src/ui/charts/drawing.tsx"() {
    "use strict";
    init_mark();
    init_palette();
    init_jsx_runtime();
    LEADING = 1.25;
  }
});

// src/ui/charts/text.ts
function textWidth(text2, size, weight = "regular") {
  return text2.length * size * LETTER[weight];
}
function wrap(text2, width, size, weight = "regular") {
  const lines2 = [];
  for (const word of text2.split(/\s+/)) {
    const last = lines2.at(-1);
    const longer = last === void 0 ? word : `${last} ${word}`;
    if (last !== void 0 && textWidth(longer, size, weight) <= width) lines2[lines2.length - 1] = longer;
    else lines2.push(word);
  }
  return lines2;
}
function fittingSize(texts2, width, size, weight = "regular") {
  const longest = Math.max(1, ...texts2.flatMap((text2) => text2.split(/\s+/)).map((word) => textWidth(word, 1, weight)));
  return Math.min(size, Math.max(8, width / longest));
}
var LETTER;
var init_text = __esm({
  "src/ui/charts/text.ts"() {
    "use strict";
    LETTER = { regular: 0.47, bold: 0.51 };
  }
});

// src/ui/charts/indicator-grid.tsx
function IndicatorGrid({ data, variant = "wide", id = "indicator-grid", title: title2 }) {
  const shape2 = SHAPES[variant];
  const ownId = `${id}-${variant}`;
  const key = layOutKey(ownId, data, shape2);
  const places = placesOf(data);
  let height = key.height;
  const rows = data.standards.map((standard2) => {
    const row = layOutRow(standard2, shape2);
    const y = height;
    height += row.height;
    return { standard: standard2, row, y };
  });
  return /* @__PURE__ */ jsx(
    Drawing,
    {
      id: ownId,
      class: `app-figure__${variant}`,
      title: title2 ?? "Every indicator at a glance",
      desc: data.standards.map((standard2) => inWords2(standard2, places)).join(" "),
      width: shape2.width,
      height,
      children: [
        /* @__PURE__ */ jsx(MarkDefinitions, { id: ownId, count: data.ratings.length }),
        key.entries,
        rows.map(({ standard: standard2, row, y }) => /* @__PURE__ */ jsx("g", { transform: `translate(0 ${tidy3(y)})`, children: [
          /* @__PURE__ */ jsx("line", { x2: shape2.width, stroke: LINE }),
          /* @__PURE__ */ jsx(Lines, { lines: row.title, x: 0, y: row.titleY, size: shape2.title, bold: true }),
          standard2.indicators.map((indicator4, index) => /* @__PURE__ */ jsx(
            Tile,
            {
              id: ownId,
              indicator: indicator4,
              data,
              x: shape2.titleWidth + index % row.perLine * (shape2.tile + GAP),
              y: row.tilesY + Math.floor(index / row.perLine) * (shape2.tile + GAP),
              size: shape2.tile
            }
          ))
        ] }))
      ]
    }
  );
}
function layOutRow(standard2, shape2) {
  const beside = shape2.titleWidth > 0;
  const title2 = wrap(`${standard2.number}. ${standard2.title}`, (beside ? shape2.titleWidth : shape2.width) - 20, shape2.title, "bold");
  const titleHeight = title2.length * shape2.title * LEADING;
  const titleY = (beside ? 16 : 12) + shape2.title;
  const perLine2 = Math.max(1, Math.floor((shape2.width - shape2.titleWidth + GAP) / (shape2.tile + GAP)));
  const tilesY = beside ? 12 : 12 + titleHeight + 8;
  const tilesHeight = Math.ceil(standard2.indicators.length / perLine2) * (shape2.tile + GAP);
  return { title: title2, titleY, perLine: perLine2, tilesY, height: Math.max(tilesY + tilesHeight, titleY + titleHeight) + 6 };
}
function Tile({ id, indicator: indicator4, data, x, y, size }) {
  const { state: state2, core } = indicator4;
  return /* @__PURE__ */ jsx("g", { transform: `translate(${x} ${tidy3(y)})`, children: [
    /* @__PURE__ */ jsx("title", { children: `${indicator4.id} ${indicator4.shortTitle}: ${stateLabel(state2, data.ratings)}${core ? ", core" : ""}` }),
    /* @__PURE__ */ jsx(Face, { id, state: state2, count: data.ratings.length, size }),
    /* @__PURE__ */ jsx("text", { x: "6", y: "17", "font-size": "13", "font-weight": core ? "700" : void 0, children: indicator4.id }),
    core && /* @__PURE__ */ jsx(CoreStar, { x: size - 11, y: 12 })
  ] });
}
function Face({ id, state: state2, count: count2, size }) {
  const edge = { x: 0.75, y: 0.75, width: size - 1.5, height: size - 1.5, rx: 8 };
  const stroke = { fill: "none", stroke: QUIET, "stroke-width": 3, "stroke-linecap": "round", "stroke-linejoin": "round" };
  const at2 = (part) => tidy3(size * part);
  switch (state2.kind) {
    case "rated":
      return /* @__PURE__ */ jsx(Fragment, { children: [
        /* @__PURE__ */ jsx("rect", { ...edge, fill: ratingGround(state2.order, count2), stroke: INK }),
        /* @__PURE__ */ jsx(PlacedMark, { id, order: state2.order, x: size * 0.22, y: size * 0.31, size: size * 0.64 })
      ] });
    case "not-rated":
      return /* @__PURE__ */ jsx("rect", { ...edge, fill: WHITE, stroke: QUIET, "stroke-width": "1.5", "stroke-dasharray": "4 4" });
    case "less-relevant":
      return /* @__PURE__ */ jsx(Fragment, { children: [
        /* @__PURE__ */ jsx("rect", { ...edge, fill: "none", stroke: LINE, "stroke-width": "1.5" }),
        /* @__PURE__ */ jsx("path", { d: `M${at2(0.36)} ${at2(0.6)}h${at2(0.28)}`, ...stroke })
      ] });
    case "exempt":
      return /* @__PURE__ */ jsx(Fragment, { children: [
        /* @__PURE__ */ jsx("rect", { ...edge, fill: WHITE, stroke: QUIET }),
        /* @__PURE__ */ jsx("path", { d: `M${at2(0.34)} ${at2(0.6)}l${at2(0.12)} ${at2(0.13)}l${at2(0.24)} ${at2(-0.27)}`, ...stroke })
      ] });
  }
}
function layOutKey(id, data, shape2) {
  const kinds = new Set(data.standards.flatMap((standard2) => standard2.indicators.map((indicator4) => indicator4.state.kind)));
  const count2 = data.ratings.length;
  const meanings = [
    ...data.ratings.map(
      ({ order, label: label2 }) => [label2, /* @__PURE__ */ jsx(PlacedMark, { id, order, x: 0, y: -2, size: KEY_FACE })]
    ),
    ...UNRATED.filter(({ kind }) => kinds.has(kind)).map(
      ({ kind, label: label2 }) => [label2, /* @__PURE__ */ jsx(Face, { id, state: { kind }, count: count2, size: KEY_FACE })]
    ),
    ["Core", /* @__PURE__ */ jsx(CoreStar, { x: KEY_FACE / 2, y: KEY_FACE / 2, size: 90 })]
  ];
  let x = 0;
  let y = 0;
  const entries2 = meanings.map(([label2, face]) => {
    const width = KEY_FACE + 8 + textWidth(label2, shape2.label);
    if (x > 0 && x + width > shape2.width) {
      x = 0;
      y += KEY_FACE + 10;
    }
    const entry2 = /* @__PURE__ */ jsx("g", { transform: `translate(${tidy3(x)} ${y})`, children: [
      face,
      /* @__PURE__ */ jsx(Lines, { lines: [label2], x: KEY_FACE + 8, y: KEY_FACE / 2 + shape2.label * 0.36, size: shape2.label })
    ] });
    x += width + 20;
    return entry2;
  });
  return { entries: entries2, height: y + KEY_FACE + 18 };
}
var SHAPES, GAP, KEY_FACE;
var init_indicator_grid = __esm({
  "src/ui/charts/indicator-grid.tsx"() {
    "use strict";
    init_data();
    init_drawing();
    init_palette();
    init_text();
    init_jsx_runtime();
    SHAPES = {
      wide: { width: 720, titleWidth: 218, tile: 64, title: 17, label: 15 },
      narrow: { width: 288, titleWidth: 0, tile: 51, title: 15, label: 14 }
    };
    GAP = 8;
    KEY_FACE = 28;
  }
});

// src/ui/charts/standards-chart.tsx
import { scaleBand } from "d3-scale";
function StandardsChart({ data, variant = "wide", id = "standards-chart", title: title2 }) {
  const shape2 = SHAPES2[variant];
  const ownId = `${id}-${variant}`;
  const places = placesOf(data);
  const shown = shape2.unratedColumns ? places : places.filter((place) => place.order !== null);
  const columns2 = scaleBand().domain(shown.map((_, index) => index)).range([shape2.titleWidth, shape2.width]).paddingInner(0.05);
  const head = layOutHead(shown, shape2, columns2.bandwidth());
  let height = head.height;
  const rows = data.standards.map((standard2) => {
    const row = layOutRow2(standard2, shown, places, shape2, columns2.bandwidth());
    const y = height;
    height += row.height;
    return { row, y };
  });
  const keyY = height + 14;
  return /* @__PURE__ */ jsx(
    Drawing,
    {
      id: ownId,
      class: `app-figure__${variant}`,
      title: title2 ?? "Where we are across the standards",
      desc: data.standards.map((standard2) => inWords2(standard2, places)).join(" "),
      width: shape2.width,
      height: keyY + 32,
      children: [
        /* @__PURE__ */ jsx(MarkDefinitions, { id: ownId, count: data.ratings.length }),
        shown.map((place, index) => {
          const x = columns2(index) ?? 0;
          const middle = x + columns2.bandwidth() / 2;
          return /* @__PURE__ */ jsx(Fragment, { children: [
            place.order !== null && /* @__PURE__ */ jsx(Fragment, { children: [
              /* @__PURE__ */ jsx(
                "rect",
                {
                  x: tidy3(x),
                  y: "0",
                  width: tidy3(columns2.bandwidth()),
                  height: tidy3(height),
                  rx: "10",
                  fill: ratingGround(place.order, data.ratings.length),
                  "fill-opacity": "0.55"
                }
              ),
              /* @__PURE__ */ jsx(PlacedMark, { id: ownId, order: place.order, x: middle - 17, y: 6, size: 34 })
            ] }),
            /* @__PURE__ */ jsx(
              Lines,
              {
                lines: head.labels[index] ?? [],
                x: middle,
                y: 44 + head.size,
                size: head.size,
                bold: true,
                anchor: "middle",
                fill: place.order === null ? QUIET : void 0
              }
            )
          ] });
        }),
        rows.map(({ row, y }) => /* @__PURE__ */ jsx("g", { transform: `translate(0 ${tidy3(y)})`, children: [
          /* @__PURE__ */ jsx("line", { x2: shape2.width, stroke: LINE }),
          /* @__PURE__ */ jsx(Lines, { lines: row.title, x: 0, y: row.titleY, size: shape2.title, bold: true }),
          row.cells.map(
            (indicators, column) => indicators.map((indicator4, index) => {
              const at2 = dotPlace(index, indicators.length, shape2.dot, columns2.bandwidth());
              const x = (columns2(column) ?? 0) + at2.x;
              return /* @__PURE__ */ jsx(Dot, { indicator: indicator4, count: data.ratings.length, x, y: row.cellsY + at2.y, size: shape2.dot });
            })
          ),
          /* @__PURE__ */ jsx(Lines, { lines: row.notes, x: 0, y: row.notesY, size: shape2.label, fill: QUIET })
        ] })),
        /* @__PURE__ */ jsx(Key, { y: keyY, size: shape2.label })
      ]
    }
  );
}
function layOutHead(places, shape2, columnWidth) {
  const texts2 = places.map((place) => place.label);
  const size = fittingSize(texts2, columnWidth - 4, shape2.label, "bold");
  const labels = texts2.map((text2) => wrap(text2, columnWidth - 4, size, "bold"));
  return { size, labels, height: 56 + Math.max(1, ...labels.map((lines2) => lines2.length)) * size * LEADING };
}
function layOutRow2(standard2, shown, places, shape2, columnWidth) {
  const at2 = (place) => standard2.indicators.filter((indicator4) => place.holds(indicator4.state));
  const beside = shape2.titleWidth > 0;
  const title2 = wrap(`${standard2.number}. ${standard2.title}`, (beside ? shape2.titleWidth : shape2.width) - 16, shape2.title, "bold");
  const titleHeight = title2.length * shape2.title * LEADING;
  const titleY = PADDING + shape2.title;
  const cells = shown.map(at2);
  const lines2 = Math.max(0, ...cells.map((cell2) => Math.ceil(cell2.length / perLine(shape2.dot, columnWidth))));
  const cellsY = beside ? PADDING : PADDING + titleHeight + 8;
  const cellsHeight = lines2 * (shape2.dot + GAP2);
  const notes = places.filter((place) => !shown.includes(place) && at2(place).length > 0).map(
    (place) => `${place.label}: ${at2(place).map((indicator4) => indicator4.id).join(", ")}`
  ).flatMap((text2) => wrap(text2, shape2.width, shape2.label));
  const notesY = cellsY + cellsHeight + shape2.label + 2;
  const notesHeight = notes.length * shape2.label * LEADING;
  const contents = Math.max(cellsY + cellsHeight + notesHeight, PADDING + titleHeight);
  return { title: title2, titleY, cells, cellsY, notes, notesY, height: contents + PADDING };
}
function perLine(dot, width) {
  return Math.max(1, Math.floor((width - GAP2) / (dot + GAP2)));
}
function dotPlace(index, total, dot, width) {
  const across = perLine(dot, width);
  const used = Math.min(across, total) * (dot + GAP2) - GAP2;
  return {
    x: (width - used) / 2 + index % across * (dot + GAP2) + dot / 2,
    y: Math.floor(index / across) * (dot + GAP2) + dot / 2
  };
}
function Dot({ indicator: indicator4, count: count2, x, y, size }) {
  const { state: state2, core, id } = indicator4;
  const fill = state2.kind === "rated" ? ratingColour(state2.order, count2) : WHITE;
  return /* @__PURE__ */ jsx(Fragment, { children: [
    /* @__PURE__ */ jsx(
      "circle",
      {
        cx: tidy3(x),
        cy: tidy3(y),
        r: core ? size / 2 - 1.5 : size / 2 - 0.5,
        fill,
        stroke: state2.kind === "rated" ? INK : QUIET,
        "stroke-width": core ? 3 : void 0,
        "stroke-dasharray": state2.kind === "not-rated" ? "4 3" : void 0
      }
    ),
    /* @__PURE__ */ jsx(
      "text",
      {
        x: tidy3(x),
        y: tidy3(y + size * 0.13),
        "font-size": tidy3(Math.max(12, size * 0.36)),
        "font-weight": core ? "700" : void 0,
        "text-anchor": "middle",
        fill: readableOn(fill),
        children: id
      }
    )
  ] });
}
function Key({ y, size }) {
  const plain2 = { id: "", core: false, state: { kind: "exempt" } };
  return /* @__PURE__ */ jsx("g", { transform: `translate(0 ${tidy3(y)})`, children: [
    /* @__PURE__ */ jsx(Dot, { indicator: { ...plain2, core: true }, count: 1, x: 13, y: 13, size: 24 }),
    /* @__PURE__ */ jsx(Lines, { lines: ["Core indicator"], x: 34, y: 13 + size * 0.36, size }),
    /* @__PURE__ */ jsx(Dot, { indicator: plain2, count: 1, x: 163, y: 13, size: 24 }),
    /* @__PURE__ */ jsx(Lines, { lines: ["Other"], x: 184, y: 13 + size * 0.36, size })
  ] });
}
var SHAPES2, GAP2, PADDING;
var init_standards_chart = __esm({
  "src/ui/charts/standards-chart.tsx"() {
    "use strict";
    init_data();
    init_drawing();
    init_palette();
    init_text();
    init_jsx_runtime();
    SHAPES2 = {
      wide: { width: 960, titleWidth: 240, title: 17, label: 15, dot: 40, unratedColumns: true },
      narrow: { width: 288, titleWidth: 0, title: 15, label: 13, dot: 30, unratedColumns: false }
    };
    GAP2 = 5;
    PADDING = 13;
  }
});

// src/ui/components/table.tsx
function Table(props) {
  return /* @__PURE__ */ jsx("table", { class: classes("govuk-table", props.class), ...props.attributes, children: [
    props.caption && /* @__PURE__ */ jsx("caption", { class: classes("govuk-table__caption", props.captionSize && `govuk-table__caption--${props.captionSize}`), children: props.caption }),
    props.head && /* @__PURE__ */ jsx("thead", { class: "govuk-table__head", children: /* @__PURE__ */ jsx("tr", { class: "govuk-table__row", children: props.head.map((cell2) => /* @__PURE__ */ jsx(Header, { cell: details(cell2), scope: "col" })) }) }),
    /* @__PURE__ */ jsx("tbody", { class: "govuk-table__body", children: props.rows.map((row) => {
      if (!row) return null;
      return /* @__PURE__ */ jsx("tr", { class: "govuk-table__row", children: row.map(
        (cell2, index) => index === 0 && props.firstCellIsHeader ? /* @__PURE__ */ jsx(Header, { cell: details(cell2), scope: "row" }) : /* @__PURE__ */ jsx(DataCell, { cell: details(cell2) })
      ) });
    }) })
  ] });
}
function details(cell2) {
  return typeof cell2 === "object" && cell2 !== null && "content" in cell2 ? cell2 : { content: cell2 };
}
function Header({ cell: cell2, scope }) {
  return /* @__PURE__ */ jsx(
    "th",
    {
      scope,
      class: classes("govuk-table__header", cell2.numeric && "govuk-table__header--numeric", cell2.class),
      colspan: cell2.colspan,
      rowspan: cell2.rowspan,
      ...cell2.attributes,
      children: cell2.content
    }
  );
}
function DataCell({ cell: cell2 }) {
  return /* @__PURE__ */ jsx(
    "td",
    {
      class: classes("govuk-table__cell", cell2.numeric && "govuk-table__cell--numeric", cell2.class),
      colspan: cell2.colspan,
      rowspan: cell2.rowspan,
      ...cell2.attributes,
      children: cell2.content
    }
  );
}
var init_table = __esm({
  "src/ui/components/table.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/charts/tables.tsx
function StandardsTable({ data, caption }) {
  const places = placesOf(data);
  return /* @__PURE__ */ jsx(Scroll, { label: caption ?? "Indicators at each rating, by standard", children: /* @__PURE__ */ jsx(
    Table,
    {
      caption: caption ?? "Indicators at each rating, by standard",
      firstCellIsHeader: true,
      head: ["Standard", ...places.map((place) => ({ content: place.label, numeric: true }))],
      rows: data.standards.map((standard2) => [
        `${standard2.number}. ${standard2.title}`,
        ...places.map((place) => {
          const count2 = standard2.indicators.filter((indicator4) => place.holds(indicator4.state)).length;
          return { content: count2, numeric: true };
        })
      ])
    }
  ) });
}
function IndicatorTable({ data, caption }) {
  return /* @__PURE__ */ jsx(Scroll, { label: caption ?? "Rating of each indicator", children: /* @__PURE__ */ jsx(
    Table,
    {
      caption: caption ?? "Rating of each indicator",
      firstCellIsHeader: true,
      head: ["Indicator", "Core", "Rating"],
      rows: data.standards.flatMap(
        (standard2) => standard2.indicators.map((indicator4) => [
          `${indicator4.id} ${indicator4.shortTitle}`,
          indicator4.core ? "Core" : "",
          stateLabel(indicator4.state, data.ratings)
        ])
      )
    }
  ) });
}
function Scroll({ label: label2, children }) {
  return /* @__PURE__ */ jsx("section", { class: "app-scroll", "aria-label": label2, tabindex: 0, children });
}
var init_tables = __esm({
  "src/ui/charts/tables.tsx"() {
    "use strict";
    init_table();
    init_data();
    init_jsx_runtime();
  }
});

// src/ui/charts/figures.tsx
function StandardsFigure({ data, id, title: title2 }) {
  return /* @__PURE__ */ jsx(Figure, { kind: "columns", table: /* @__PURE__ */ jsx(StandardsTable, { data }), children: [
    /* @__PURE__ */ jsx(StandardsChart, { data, id, title: title2, variant: "wide" }),
    /* @__PURE__ */ jsx(StandardsChart, { data, id, title: title2, variant: "narrow" })
  ] });
}
function IndicatorFigure({ data, id, title: title2 }) {
  return /* @__PURE__ */ jsx(Figure, { kind: "tiles", table: /* @__PURE__ */ jsx(IndicatorTable, { data }), children: [
    /* @__PURE__ */ jsx(IndicatorGrid, { data, id, title: title2, variant: "wide" }),
    /* @__PURE__ */ jsx(IndicatorGrid, { data, id, title: title2, variant: "narrow" })
  ] });
}
function Figure({ kind, table, children }) {
  return /* @__PURE__ */ jsx("figure", { class: `app-figure app-figure--${kind}`, children: [
    children,
    /* @__PURE__ */ jsx(Details, { summary: "Show this as a table", children: table })
  ] });
}
var init_figures = __esm({
  "src/ui/charts/figures.tsx"() {
    "use strict";
    init_details();
    init_indicator_grid();
    init_standards_chart();
    init_tables();
    init_jsx_runtime();
  }
});

// src/ui/components/form.tsx
function Form({ action, id, files, class: className, data, children }) {
  return /* @__PURE__ */ jsx(
    "form",
    {
      action,
      method: "post",
      id,
      class: className,
      enctype: files ? "multipart/form-data" : void 0,
      novalidate: true,
      ...data,
      children: [
        /* @__PURE__ */ jsx("input", { type: "hidden", name: TOKEN_FIELD, value: TOKEN_PLACEHOLDER }),
        children
      ]
    }
  );
}
var init_form = __esm({
  "src/ui/components/form.tsx"() {
    "use strict";
    init_csrf();
    init_jsx_runtime();
  }
});

// src/ui/components/action-menu.tsx
function ActionMenu({ label: label2, hiddenText, items }) {
  return /* @__PURE__ */ jsx("details", { class: "app-menu", children: [
    /* @__PURE__ */ jsx("summary", { class: "app-menu__button", children: [
      label2 ?? "Actions",
      hiddenText && /* @__PURE__ */ jsx("span", { class: "govuk-visually-hidden", children: [
        " ",
        hiddenText
      ] })
    ] }),
    /* @__PURE__ */ jsx("ul", { class: "app-menu__list", children: present(items).map((item) => /* @__PURE__ */ jsx("li", { children: "href" in item ? /* @__PURE__ */ jsx(MenuLink, { item }) : /* @__PURE__ */ jsx(MenuForm, { item }) })) })
  ] });
}
function MenuLink({ item }) {
  return /* @__PURE__ */ jsx("a", { class: "app-menu__item", href: item.href, children: item.text });
}
function MenuForm({ item }) {
  return /* @__PURE__ */ jsx(Form, { action: item.action, children: [
    Object.entries(item.fields ?? {}).map(([name2, value]) => /* @__PURE__ */ jsx("input", { type: "hidden", name: name2, value })),
    /* @__PURE__ */ jsx("button", { type: "submit", class: "app-menu__item", children: item.text })
  ] });
}
var init_action_menu = __esm({
  "src/ui/components/action-menu.tsx"() {
    "use strict";
    init_attributes();
    init_form();
    init_jsx_runtime();
  }
});

// src/ui/components/arrange.tsx
function Stack(props) {
  return /* @__PURE__ */ jsx("div", { class: classes("app-stack", props.gap && `app-stack--${props.gap}`, props.class), ...props.attributes, children: props.children });
}
function Cluster(props) {
  return /* @__PURE__ */ jsx("div", { class: classes("app-cluster", props.class), ...props.attributes, children: props.children });
}
function Grid(props) {
  return /* @__PURE__ */ jsx("div", { class: classes("app-grid", props.class), ...props.attributes, children: props.children });
}
function TwoThirds(props) {
  return /* @__PURE__ */ jsx("div", { class: classes("app-two-thirds", props.class), ...props.attributes, children: props.children });
}
function WithAside(props) {
  return /* @__PURE__ */ jsx("div", { class: classes("app-with-aside", props.class), ...props.attributes, children: [
    /* @__PURE__ */ jsx("div", { class: "app-with-aside__main", children: props.children }),
    /* @__PURE__ */ jsx("aside", { class: "app-with-aside__aside", "aria-label": props.asideLabel, children: props.aside })
  ] });
}
var init_arrange = __esm({
  "src/ui/components/arrange.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/back-link.tsx
function BackLink(props) {
  return /* @__PURE__ */ jsx("a", { href: props.href, class: classes("govuk-back-link", props.class), ...props.attributes, children: props.children ?? "Back" });
}
var init_back_link = __esm({
  "src/ui/components/back-link.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/breadcrumbs.tsx
function Breadcrumbs(props) {
  return /* @__PURE__ */ jsx(
    "nav",
    {
      class: classes("govuk-breadcrumbs", props.collapseOnMobile && "govuk-breadcrumbs--collapse-on-mobile", props.class),
      ...props.attributes,
      "aria-label": props.label ?? "Breadcrumb",
      children: /* @__PURE__ */ jsx("ol", { class: "govuk-breadcrumbs__list", children: props.items.map(
        (item) => item.href ? /* @__PURE__ */ jsx("li", { class: "govuk-breadcrumbs__list-item", children: /* @__PURE__ */ jsx("a", { class: "govuk-breadcrumbs__link", href: item.href, ...item.attributes, children: item.text }) }) : /* @__PURE__ */ jsx("li", { class: "govuk-breadcrumbs__list-item", "aria-current": "page", children: item.text })
      ) })
    }
  );
}
var init_breadcrumbs = __esm({
  "src/ui/components/breadcrumbs.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/button.tsx
function Button(props) {
  const kind = props.kind && props.kind !== "primary" && `govuk-button--${props.kind}`;
  const common2 = {
    class: classes("govuk-button", kind, props.class, props.start && "govuk-button--start"),
    "data-module": "govuk-button",
    ...props.attributes,
    id: props.id
  };
  if (props.href) {
    const link = { role: "button", draggable: "false", ...common2 };
    return /* @__PURE__ */ jsx("a", { href: props.href, ...link, children: [
      props.children,
      props.start && /* @__PURE__ */ jsx(StartIcon, {})
    ] });
  }
  return /* @__PURE__ */ jsx(
    "button",
    {
      type: props.type ?? "submit",
      value: props.value || void 0,
      name: props.name || void 0,
      disabled: props.disabled,
      "aria-disabled": props.disabled ? "true" : void 0,
      "data-prevent-double-click": props.preventDoubleClick === void 0 ? void 0 : String(props.preventDoubleClick),
      ...common2,
      children: [
        props.children,
        props.start && /* @__PURE__ */ jsx(StartIcon, {})
      ]
    }
  );
}
function StartIcon() {
  return /* @__PURE__ */ jsx(
    "svg",
    {
      class: "govuk-button__start-icon",
      xmlns: "http://www.w3.org/2000/svg",
      width: "17.5",
      height: "19",
      viewBox: "0 0 33 40",
      "aria-hidden": "true",
      focusable: "false",
      children: /* @__PURE__ */ jsx("path", { fill: "currentColor", d: "M0 0h13l20 20-20 20H0l20-20z" })
    }
  );
}
var init_button = __esm({
  "src/ui/components/button.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/card.tsx
function Card(props) {
  const Heading = headingTag(props.headingLevel ?? 2);
  const kind = props.kind && props.kind !== "plain" && `app-card--${props.kind}`;
  return /* @__PURE__ */ jsx("div", { class: classes("app-card", kind, props.href && "app-card--link", props.class), ...props.attributes, children: [
    props.title && /* @__PURE__ */ jsx(Heading, { class: "app-card__title", children: props.href ? /* @__PURE__ */ jsx("a", { class: "govuk-link app-card__link", href: props.href, children: props.title }) : props.title }),
    props.children && /* @__PURE__ */ jsx("div", { class: "app-card__body", children: props.children }),
    props.footer && /* @__PURE__ */ jsx("div", { class: "app-card__footer", children: props.footer })
  ] });
}
var init_card = __esm({
  "src/ui/components/card.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/error-message.tsx
function ErrorMessage(props) {
  const hidden = props.hiddenText ?? "Error";
  return /* @__PURE__ */ jsx("p", { id: props.id, class: classes("govuk-error-message", props.class), ...props.attributes, children: [
    hidden && /* @__PURE__ */ jsx("span", { class: "govuk-visually-hidden", children: [
      hidden,
      ":"
    ] }),
    " ",
    props.children
  ] });
}
var init_error_message = __esm({
  "src/ui/components/error-message.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/fieldset.tsx
function Fieldset(props) {
  const legendClass = classes(
    "govuk-fieldset__legend",
    props.legendSize && `govuk-fieldset__legend--${props.legendSize}`,
    props.legendClass
  );
  return /* @__PURE__ */ jsx(
    "fieldset",
    {
      class: classes("govuk-fieldset", props.class),
      ...props.attributes,
      ...{ role: props.role },
      "aria-describedby": props.describedBy,
      children: [
        props.legend && /* @__PURE__ */ jsx("legend", { class: legendClass, children: props.legendIsHeading ? /* @__PURE__ */ jsx("h1", { class: "govuk-fieldset__heading", children: props.legend }) : props.legend }),
        props.children
      ]
    }
  );
}
var init_fieldset = __esm({
  "src/ui/components/fieldset.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/hint.tsx
function Hint(props) {
  return /* @__PURE__ */ jsx("div", { id: props.id, class: classes("govuk-hint", props.class), ...props.attributes, children: props.children });
}
var init_hint = __esm({
  "src/ui/components/hint.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/label.tsx
function Label(props) {
  if (!props.children) return null;
  const label2 = /* @__PURE__ */ jsx(
    "label",
    {
      class: classes("govuk-label", props.size && `govuk-label--${props.size}`, props.class),
      ...props.attributes,
      for: props.for,
      children: props.children
    }
  );
  return props.isPageHeading ? /* @__PURE__ */ jsx("h1", { class: "govuk-label-wrapper", children: label2 }) : label2;
}
var init_label = __esm({
  "src/ui/components/label.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/field.tsx
function fieldId(field) {
  return field.id || field.name;
}
function fieldDescribedBy(field) {
  const id = fieldId(field);
  return ids(field.describedBy, field.hint && `${id}-hint`, field.error && `${id}-error`);
}
function FormGroup(props) {
  return /* @__PURE__ */ jsx("div", { class: classes("govuk-form-group", props.error && "govuk-form-group--error", props.class), ...props.attributes, children: props.children });
}
function Field({ field, children }) {
  const id = fieldId(field);
  return /* @__PURE__ */ jsx(FormGroup, { error: field.error, ...field.formGroup, children: [
    /* @__PURE__ */ jsx(Label, { for: id, size: field.labelSize, class: field.labelClass, isPageHeading: field.labelIsHeading, children: field.label }),
    field.hint && /* @__PURE__ */ jsx(Hint, { id: `${id}-hint`, children: field.hint }),
    field.error && /* @__PURE__ */ jsx(ErrorMessage, { id: `${id}-error`, children: field.error }),
    children
  ] });
}
function groupDescribedBy(group) {
  const id = fieldId(group);
  return ids(group.describedBy, group.hint && `${id}-hint`, group.error && `${id}-error`);
}
function Group({ group, role, children }) {
  const id = fieldId(group);
  const inner = /* @__PURE__ */ jsx(Fragment, { children: [
    group.hint && /* @__PURE__ */ jsx(Hint, { id: `${id}-hint`, children: group.hint }),
    group.error && /* @__PURE__ */ jsx(ErrorMessage, { id: `${id}-error`, children: group.error }),
    children
  ] });
  if (!group.legend && !group.fieldset) {
    return /* @__PURE__ */ jsx(FormGroup, { error: group.error, ...group.formGroup, children: inner });
  }
  return /* @__PURE__ */ jsx(FormGroup, { error: group.error, ...group.formGroup, children: /* @__PURE__ */ jsx(
    Fieldset,
    {
      legend: group.legend,
      legendSize: group.legendSize,
      legendClass: group.legendClass,
      legendIsHeading: group.legendIsHeading,
      describedBy: groupDescribedBy(group),
      role,
      ...group.fieldset,
      children: inner
    }
  ) });
}
var init_field = __esm({
  "src/ui/components/field.tsx"() {
    "use strict";
    init_attributes();
    init_error_message();
    init_fieldset();
    init_hint();
    init_label();
    init_jsx_runtime();
  }
});

// src/ui/components/textarea.tsx
function Textarea(props) {
  const spellcheck = { spellcheck: props.spellcheck === void 0 ? void 0 : String(props.spellcheck) };
  const value = props.value ?? "";
  return /* @__PURE__ */ jsx(Field, { field: props, children: [
    /* @__PURE__ */ jsx(
      "textarea",
      {
        class: classes("govuk-textarea", props.error && "govuk-textarea--error", props.class),
        id: fieldId(props),
        name: props.name,
        rows: props.rows ?? 5,
        disabled: props.disabled,
        "aria-describedby": fieldDescribedBy(props),
        autocomplete: props.autocomplete,
        ...spellcheck,
        ...props.attributes,
        children: [
          value.startsWith("\n") && "\n",
          value
        ]
      }
    ),
    props.after
  ] });
}
var init_textarea = __esm({
  "src/ui/components/textarea.tsx"() {
    "use strict";
    init_attributes();
    init_field();
    init_jsx_runtime();
  }
});

// src/ui/components/character-count.tsx
function CharacterCount(props) {
  const { maxlength, maxwords, threshold, formGroup, ...textarea } = props;
  const infoId = `${fieldId(props)}-info`;
  const countType = props.countType ?? (maxwords ? "words" : void 0);
  const limit = maxwords ?? maxlength;
  return /* @__PURE__ */ jsx(
    Textarea,
    {
      ...textarea,
      class: classes("govuk-js-character-count", props.class),
      describedBy: ids(infoId, props.describedBy),
      formGroup: {
        class: classes("govuk-character-count", formGroup?.class),
        attributes: {
          "data-module": "govuk-character-count",
          "data-maxlength": maxlength,
          "data-maxwords": maxwords,
          "data-threshold": threshold,
          "data-count-type": countType,
          ...formGroup?.attributes
        }
      },
      after: /* @__PURE__ */ jsx(Hint, { id: infoId, class: "govuk-character-count__message", children: limit && `You can enter up to ${limit} ${countType === "words" ? "words" : "characters"}` })
    }
  );
}
var init_character_count = __esm({
  "src/ui/components/character-count.tsx"() {
    "use strict";
    init_attributes();
    init_field();
    init_hint();
    init_textarea();
    init_jsx_runtime();
  }
});

// src/ui/components/choices.tsx
function ChoiceItem({ block, type, item, id, name: name2, checked, describedBy }) {
  const hintId = `${id}-item-hint`;
  const conditionalId = `conditional-${id}`;
  return /* @__PURE__ */ jsx(Fragment, { children: [
    /* @__PURE__ */ jsx("div", { class: classes(`${block}__item`, item.class), children: [
      /* @__PURE__ */ jsx(
        "input",
        {
          class: `${block}__input`,
          id,
          name: item.name ?? name2,
          type,
          value: item.value,
          checked,
          disabled: item.disabled,
          "data-aria-controls": item.conditional ? conditionalId : void 0,
          "data-behaviour": item.exclusive ? "exclusive" : void 0,
          "aria-describedby": ids(describedBy, item.hint && hintId),
          ...item.attributes
        }
      ),
      /* @__PURE__ */ jsx(Label, { for: id, class: classes(`${block}__label`, item.label?.class), attributes: item.label?.attributes, children: item.text }),
      item.hint && /* @__PURE__ */ jsx(Hint, { id: hintId, class: `${block}__hint`, children: item.hint })
    ] }),
    item.conditional && /* @__PURE__ */ jsx("div", { class: classes(`${block}__conditional`, !checked && `${block}__conditional--hidden`), id: conditionalId, children: item.conditional })
  ] });
}
function choiceId(groupId, item, index) {
  return item.id ?? (index === 0 ? groupId : `${groupId}-${index + 1}`);
}
var init_choices = __esm({
  "src/ui/components/choices.tsx"() {
    "use strict";
    init_attributes();
    init_hint();
    init_label();
    init_jsx_runtime();
  }
});

// src/ui/components/checkboxes.tsx
function Checkboxes(props) {
  const id = fieldId(props);
  const hasFieldset = Boolean(props.legend || props.fieldset);
  return /* @__PURE__ */ jsx(Group, { group: props, children: /* @__PURE__ */ jsx(
    "div",
    {
      class: classes("govuk-checkboxes", props.small && "govuk-checkboxes--small", props.class),
      ...props.attributes,
      "data-module": "govuk-checkboxes",
      children: props.items.map((item, index) => {
        if (!item) return null;
        if ("divider" in item) return /* @__PURE__ */ jsx("div", { class: "govuk-checkboxes__divider", children: item.divider });
        return /* @__PURE__ */ jsx(
          ChoiceItem,
          {
            block: "govuk-checkboxes",
            type: "checkbox",
            item,
            id: choiceId(id, item, index),
            name: props.name,
            checked: item.checked ?? props.values?.includes(item.value) ?? false,
            describedBy: hasFieldset ? void 0 : groupDescribedBy(props)
          }
        );
      })
    }
  ) });
}
var init_checkboxes = __esm({
  "src/ui/components/checkboxes.tsx"() {
    "use strict";
    init_attributes();
    init_choices();
    init_field();
    init_jsx_runtime();
  }
});

// src/ui/components/core-tag.tsx
function CoreTag() {
  return /* @__PURE__ */ jsx("strong", { class: "app-core", children: [
    /* @__PURE__ */ jsx("svg", { class: "app-core__mark", viewBox: "0 0 16 16", width: "14", height: "14", "aria-hidden": "true", focusable: "false", children: /* @__PURE__ */ jsx("path", { fill: "currentColor", d: "M8 0l2.2 5.4 5.8.4-4.5 3.7 1.5 5.7L8 12l-5 3.2 1.5-5.7L0 5.8l5.8-.4z" }) }),
    "Core"
  ] });
}
var init_core_tag = __esm({
  "src/ui/components/core-tag.tsx"() {
    "use strict";
    init_jsx_runtime();
  }
});

// src/ui/components/input.tsx
function Input(props) {
  const input = /* @__PURE__ */ jsx(Control, { ...props });
  const wrapped = props.prefix || props.suffix || props.after;
  return /* @__PURE__ */ jsx(Field, { field: props, children: wrapped ? /* @__PURE__ */ jsx("div", { class: classes("govuk-input__wrapper", props.wrapper?.class), ...props.wrapper?.attributes, children: [
    props.prefix && /* @__PURE__ */ jsx(Affix, { kind: "prefix", children: props.prefix }),
    input,
    props.suffix && /* @__PURE__ */ jsx(Affix, { kind: "suffix", children: props.suffix }),
    props.after
  ] }) : input });
}
function Control(props) {
  const spellcheck = { spellcheck: props.spellcheck === void 0 ? void 0 : String(props.spellcheck) };
  return /* @__PURE__ */ jsx(
    "input",
    {
      class: classes(
        "govuk-input",
        props.width && `govuk-input--width-${props.width}`,
        props.class,
        props.error && "govuk-input--error"
      ),
      id: fieldId(props),
      name: props.name,
      type: props.type ?? "text",
      value: props.value ?? void 0,
      disabled: props.disabled,
      "aria-describedby": fieldDescribedBy(props),
      autocomplete: props.autocomplete,
      autocapitalize: props.autocapitalize,
      pattern: props.pattern,
      inputmode: props.inputmode,
      maxlength: props.maxlength,
      ...spellcheck,
      ...props.attributes
    }
  );
}
function Affix({ kind, children }) {
  return /* @__PURE__ */ jsx("div", { class: `govuk-input__${kind}`, "aria-hidden": "true", children });
}
var init_input = __esm({
  "src/ui/components/input.tsx"() {
    "use strict";
    init_attributes();
    init_field();
    init_jsx_runtime();
  }
});

// src/ui/components/date-input.tsx
function DateInput(props) {
  const id = fieldId(props);
  const parts = props.parts ?? ["day", "month", "year"];
  const inError = props.errorIn ?? (props.error ? parts : []);
  return (
    // JAWS reads out what describes a fieldset of text inputs only when its role is written out.
    /* @__PURE__ */ jsx(Group, { group: props, role: "group", children: /* @__PURE__ */ jsx("div", { class: classes("govuk-date-input", props.class), ...props.attributes, id, children: parts.map((part) => /* @__PURE__ */ jsx("div", { class: "govuk-date-input__item", children: /* @__PURE__ */ jsx(
      Input,
      {
        name: props.name ? `${props.name}-${part}` : part,
        id: `${id}-${part}`,
        label: props.labels?.[part] ?? LABELS[part],
        labelClass: "govuk-date-input__label",
        class: classes("govuk-date-input__input", inError.includes(part) && "govuk-input--error"),
        width: part === "year" ? 4 : 2,
        value: props.value?.[part],
        inputmode: "numeric",
        autocomplete: props.autocomplete && `${props.autocomplete}-${part}`
      }
    ) })) }) })
  );
}
var LABELS;
var init_date_input = __esm({
  "src/ui/components/date-input.tsx"() {
    "use strict";
    init_attributes();
    init_field();
    init_input();
    init_jsx_runtime();
    LABELS = { day: "Day", month: "Month", year: "Year" };
  }
});

// src/ui/components/empty-state.tsx
function EmptyState({ title: title2, headingLevel, children, action }) {
  const Heading = headingTag(headingLevel ?? 2);
  return /* @__PURE__ */ jsx("div", { class: "app-empty", children: [
    /* @__PURE__ */ jsx("svg", { class: "app-empty__picture", viewBox: "0 0 96 72", width: "96", height: "72", "aria-hidden": "true", focusable: "false", children: [
      /* @__PURE__ */ jsx("path", { class: "app-empty__ground", d: "M4 60c12-14 28-16 44-16s32 2 44 16c1 4-1 8-6 8H10c-5 0-7-4-6-8z" }),
      /* @__PURE__ */ jsx("path", { class: "app-empty__stem", d: "M48 50V26" }),
      /* @__PURE__ */ jsx("path", { class: "app-empty__leaf", d: "M48 32C46 18 36 12 22 12c0 13 9 22 26 20z" }),
      /* @__PURE__ */ jsx("path", { class: "app-empty__leaf-small", d: "M48 27c1-10 8-16 20-17 1 11-6 18-20 17z" })
    ] }),
    /* @__PURE__ */ jsx(Heading, { class: "app-empty__title", children: title2 }),
    children && /* @__PURE__ */ jsx("div", { class: "app-empty__text", children }),
    action && /* @__PURE__ */ jsx("div", { class: "app-empty__action", children: action })
  ] });
}
var init_empty_state = __esm({
  "src/ui/components/empty-state.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/error-summary.tsx
function ErrorSummary(props) {
  return /* @__PURE__ */ jsx(
    "div",
    {
      class: classes("govuk-error-summary", props.class),
      "data-disable-auto-focus": props.disableAutoFocus === void 0 ? void 0 : String(props.disableAutoFocus),
      ...props.attributes,
      "data-module": "govuk-error-summary",
      children: /* @__PURE__ */ jsx("div", { role: "alert", children: [
        /* @__PURE__ */ jsx("h2", { class: "govuk-error-summary__title", children: props.title ?? "There is a problem" }),
        /* @__PURE__ */ jsx("div", { class: "govuk-error-summary__body", children: [
          props.children && /* @__PURE__ */ jsx("p", { children: props.children }),
          props.errors.length > 0 && /* @__PURE__ */ jsx("ul", { class: "govuk-list govuk-error-summary__list", children: props.errors.map((error) => /* @__PURE__ */ jsx("li", { children: error.href ? /* @__PURE__ */ jsx("a", { href: error.href, ...error.attributes, children: error.text }) : error.text })) })
        ] })
      ] })
    }
  );
}
var init_error_summary = __esm({
  "src/ui/components/error-summary.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/file-upload.tsx
function FileUpload(props) {
  const input = /* @__PURE__ */ jsx(
    "input",
    {
      class: classes("govuk-file-upload", props.class, props.error && "govuk-file-upload--error"),
      id: fieldId(props),
      name: props.name,
      type: "file",
      accept: props.accept,
      disabled: props.disabled,
      multiple: props.multiple,
      "aria-describedby": fieldDescribedBy(props),
      ...props.attributes
    }
  );
  return /* @__PURE__ */ jsx(Field, { field: props, children: props.dropZone ? /* @__PURE__ */ jsx(
    "div",
    {
      class: classes("govuk-file-upload-wrapper", props.wrapper?.class),
      "data-module": "govuk-file-upload",
      ...props.wrapper?.attributes,
      children: input
    }
  ) : input });
}
var init_file_upload = __esm({
  "src/ui/components/file-upload.tsx"() {
    "use strict";
    init_attributes();
    init_field();
    init_jsx_runtime();
  }
});

// src/ui/components/filters.tsx
function Filters({ action, label: label2, children, submit, clear }) {
  return /* @__PURE__ */ jsx("form", { class: "app-filters", method: "get", action, "aria-label": label2, children: [
    children,
    /* @__PURE__ */ jsx("div", { class: "app-filters__actions", children: [
      /* @__PURE__ */ jsx(Button, { kind: "secondary", children: submit ?? "Apply" }),
      clear && /* @__PURE__ */ jsx("a", { class: "govuk-link", href: clear.href, children: clear.text ?? "Show all" })
    ] })
  ] });
}
var init_filters = __esm({
  "src/ui/components/filters.tsx"() {
    "use strict";
    init_button();
    init_jsx_runtime();
  }
});

// src/ui/components/formatted-text.tsx
function FormattedText({ text: text2 }) {
  const paragraphs = text2.replace(/\r\n?/g, "\n").split(/\n[ \t]*(?:\n[ \t]*)+/).map((paragraph2) => paragraph2.replace(/^\n+|\n+$/g, "")).filter((paragraph2) => paragraph2.trim() !== "");
  return /* @__PURE__ */ jsx("div", { class: "app-formatted", children: paragraphs.map((paragraph2) => /* @__PURE__ */ jsx("p", { class: "govuk-body", dir: "auto", children: paragraph2.split("\n").map((line2, index) => /* @__PURE__ */ jsx(Fragment, { children: [
    index > 0 && /* @__PURE__ */ jsx("br", {}),
    line2
  ] })) })) });
}
var init_formatted_text = __esm({
  "src/ui/components/formatted-text.tsx"() {
    "use strict";
    init_jsx_runtime();
  }
});

// src/ui/components/inset-text.tsx
function InsetText(props) {
  return /* @__PURE__ */ jsx("div", { id: props.id, class: classes("govuk-inset-text", props.class), ...props.attributes, children: props.children });
}
var init_inset_text = __esm({
  "src/ui/components/inset-text.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/notification-banner.tsx
function NotificationBanner(props) {
  const success = props.kind === "success";
  const Heading = headingTag(props.titleHeadingLevel ?? 2);
  const titleId = props.titleId ?? "govuk-notification-banner-title";
  return (
    // biome-ignore lint/a11y/useAriaPropsSupportedByRole: the role is always one that may be labelled
    /* @__PURE__ */ jsx(
      "div",
      {
        class: classes("govuk-notification-banner", success && "govuk-notification-banner--success", props.class),
        role: props.role ?? (success ? "alert" : "region"),
        "aria-labelledby": titleId,
        "data-module": "govuk-notification-banner",
        "data-disable-auto-focus": props.disableAutoFocus === void 0 ? void 0 : String(props.disableAutoFocus),
        ...props.attributes,
        children: [
          /* @__PURE__ */ jsx("div", { class: "govuk-notification-banner__header", children: /* @__PURE__ */ jsx(Heading, { class: "govuk-notification-banner__title", id: titleId, children: props.title ?? (success ? "Success" : "Important") }) }),
          /* @__PURE__ */ jsx("div", { class: "govuk-notification-banner__content", children: props.children ?? /* @__PURE__ */ jsx("p", { class: "govuk-notification-banner__heading", children: props.text }) })
        ]
      }
    )
  );
}
var init_notification_banner = __esm({
  "src/ui/components/notification-banner.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/page-heading.tsx
function PageHeading({ children, caption, lead, size = "l" }) {
  return /* @__PURE__ */ jsx("div", { class: "app-page-heading", children: [
    /* @__PURE__ */ jsx("h1", { class: `govuk-heading-${size}`, children: [
      caption && /* @__PURE__ */ jsx("span", { class: `govuk-caption-${size}`, children: [
        caption,
        " "
      ] }),
      children
    ] }),
    lead && /* @__PURE__ */ jsx("p", { class: "app-lead", children: lead })
  ] });
}
var init_page_heading = __esm({
  "src/ui/components/page-heading.tsx"() {
    "use strict";
    init_jsx_runtime();
  }
});

// src/ui/components/pagination.tsx
function Pagination(props) {
  const block = !props.items && Boolean(props.previous || props.next);
  return /* @__PURE__ */ jsx(
    "nav",
    {
      class: classes("govuk-pagination", block && "govuk-pagination--block", props.class),
      "aria-label": props.label ?? "Pagination",
      ...props.attributes,
      children: [
        props.previous && /* @__PURE__ */ jsx(Arrow, { link: props.previous, direction: "prev", block }),
        props.items && /* @__PURE__ */ jsx("ul", { class: "govuk-pagination__list", children: props.items.map((item) => /* @__PURE__ */ jsx(Item, { item })) }),
        props.next && /* @__PURE__ */ jsx(Arrow, { link: props.next, direction: "next", block })
      ]
    }
  );
}
function Item({ item }) {
  if ("ellipsis" in item) return /* @__PURE__ */ jsx("li", { class: "govuk-pagination__item govuk-pagination__item--ellipsis", children: "\u22EF" });
  return /* @__PURE__ */ jsx("li", { class: classes("govuk-pagination__item", item.current && "govuk-pagination__item--current"), children: /* @__PURE__ */ jsx(
    "a",
    {
      class: "govuk-link govuk-pagination__link",
      href: item.href,
      "aria-label": item.label ?? `Page ${item.number}`,
      "aria-current": item.current ? "page" : void 0,
      children: item.number
    }
  ) });
}
function Arrow({ link, direction, block }) {
  const word = direction === "prev" ? "Previous" : "Next";
  return /* @__PURE__ */ jsx("div", { class: `govuk-pagination__${direction}`, children: /* @__PURE__ */ jsx("a", { class: "govuk-link govuk-pagination__link", href: link.href, rel: direction, ...link.attributes, children: [
    (block || direction === "prev") && /* @__PURE__ */ jsx(ArrowIcon, { direction }),
    /* @__PURE__ */ jsx("span", { class: classes("govuk-pagination__link-title", block && !link.label && "govuk-pagination__link-title--decorated"), children: link.text ?? /* @__PURE__ */ jsx(Fragment, { children: [
      word,
      /* @__PURE__ */ jsx("span", { class: "govuk-visually-hidden", children: " page" })
    ] }) }),
    link.label && block && /* @__PURE__ */ jsx(Fragment, { children: [
      " ",
      /* @__PURE__ */ jsx("span", { class: "govuk-visually-hidden", children: ":" }),
      " ",
      /* @__PURE__ */ jsx("span", { class: "govuk-pagination__link-label", children: link.label })
    ] }),
    !block && direction === "next" && /* @__PURE__ */ jsx(ArrowIcon, { direction })
  ] }) });
}
function ArrowIcon({ direction }) {
  return /* @__PURE__ */ jsx(
    "svg",
    {
      class: `govuk-pagination__icon govuk-pagination__icon--${direction}`,
      xmlns: "http://www.w3.org/2000/svg",
      height: "13",
      width: "15",
      "aria-hidden": "true",
      focusable: "false",
      viewBox: "0 0 15 13",
      children: /* @__PURE__ */ jsx("path", { d: ARROWS[direction] })
    }
  );
}
var ARROWS;
var init_pagination = __esm({
  "src/ui/components/pagination.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
    ARROWS = {
      prev: "m6.5938-0.0078125-6.7266 6.7266 6.7441 6.4062 1.377-1.449-4.1856-3.9768h12.896v-2h-12.984l4.2931-4.293-1.414-1.414z",
      next: "m8.107-0.0078125-1.4136 1.414 4.2926 4.293h-12.986v2h12.896l-4.1855 3.9766 1.377 1.4492 6.7441-6.4062-6.7246-6.7266z"
    };
  }
});

// src/ui/components/panel.tsx
function Panel(props) {
  const Heading = headingTag(props.headingLevel ?? 1);
  return /* @__PURE__ */ jsx("div", { class: classes("govuk-panel", `govuk-panel--${props.kind ?? "confirmation"}`, props.class), ...props.attributes, children: [
    /* @__PURE__ */ jsx(Heading, { class: "govuk-panel__title", children: props.title }),
    props.children && /* @__PURE__ */ jsx("div", { class: "govuk-panel__body", children: props.children }),
    props.actions && /* @__PURE__ */ jsx("div", { class: "govuk-panel__actions", children: /* @__PURE__ */ jsx("div", { class: "govuk-button-group", children: props.actions }) })
  ] });
}
var init_panel = __esm({
  "src/ui/components/panel.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/password-input.tsx
function PasswordInput(props) {
  const show = /* @__PURE__ */ jsx(
    Button,
    {
      type: "button",
      kind: "secondary",
      class: "govuk-password-input__toggle govuk-js-password-input-toggle",
      attributes: { "aria-controls": fieldId(props), "aria-label": "Show password", hidden: true },
      children: "Show"
    }
  );
  return /* @__PURE__ */ jsx(
    Input,
    {
      ...props,
      type: "password",
      class: classes("govuk-password-input__input govuk-js-password-input-input", props.class),
      spellcheck: false,
      autocapitalize: "none",
      autocomplete: props.autocomplete ?? "current-password",
      formGroup: {
        class: classes("govuk-password-input", props.formGroup?.class),
        attributes: { "data-module": "govuk-password-input", ...props.formGroup?.attributes }
      },
      wrapper: { class: "govuk-password-input__wrapper" },
      after: show
    }
  );
}
var init_password_input = __esm({
  "src/ui/components/password-input.tsx"() {
    "use strict";
    init_attributes();
    init_button();
    init_field();
    init_input();
    init_jsx_runtime();
  }
});

// src/ui/components/priority-tag.tsx
function PriorityTag({ label: label2, order, count: count2 = 4 }) {
  const filled = count2 - order;
  const width = 5;
  return /* @__PURE__ */ jsx("span", { class: "app-priority", children: [
    /* @__PURE__ */ jsx(
      "svg",
      {
        class: "app-priority__mark",
        viewBox: `0 0 ${count2 * width} 16`,
        width: count2 * width,
        height: "16",
        "aria-hidden": "true",
        focusable: "false",
        children: Array.from({ length: count2 }, (_, index) => {
          const height = 4 + 12 * (index + 1) / count2;
          return /* @__PURE__ */ jsx(
            "rect",
            {
              class: index < filled ? "app-priority__bar app-priority__bar--filled" : "app-priority__bar",
              x: index * width + 0.5,
              y: 16.5 - height,
              width: width - 2,
              height: height - 1
            }
          );
        })
      }
    ),
    /* @__PURE__ */ jsx("span", { class: "govuk-visually-hidden", children: "Priority: " }),
    label2
  ] });
}
var init_priority_tag = __esm({
  "src/ui/components/priority-tag.tsx"() {
    "use strict";
    init_jsx_runtime();
  }
});

// src/ui/components/progress-bar.tsx
function ProgressBar({ done, total, label: label2 }) {
  const words3 = `${done} of ${total} ${label2}`;
  return /* @__PURE__ */ jsx("div", { class: "app-progress", children: [
    /* @__PURE__ */ jsx("p", { class: "app-progress__label", children: [
      /* @__PURE__ */ jsx("strong", { children: done }),
      " of ",
      total,
      " ",
      label2
    ] }),
    /* @__PURE__ */ jsx("progress", { class: "app-progress__bar", value: done, max: Math.max(total, 1), "aria-label": words3, children: words3 })
  ] });
}
var init_progress_bar = __esm({
  "src/ui/components/progress-bar.tsx"() {
    "use strict";
    init_jsx_runtime();
  }
});

// src/ui/components/radios.tsx
function Radios(props) {
  const id = fieldId(props);
  return /* @__PURE__ */ jsx(Group, { group: props, children: /* @__PURE__ */ jsx(
    "div",
    {
      class: classes("govuk-radios", props.small && "govuk-radios--small", props.inline && "govuk-radios--inline", props.class),
      ...props.attributes,
      "data-module": "govuk-radios",
      children: props.items.map((item, index) => {
        if (!item) return null;
        if ("divider" in item) return /* @__PURE__ */ jsx("div", { class: "govuk-radios__divider", children: item.divider });
        const checked = item.checked ?? (props.value !== void 0 && item.value === props.value);
        return /* @__PURE__ */ jsx(
          ChoiceItem,
          {
            block: "govuk-radios",
            type: "radio",
            item,
            id: choiceId(id, item, index),
            name: props.name,
            checked
          }
        );
      })
    }
  ) });
}
var init_radios = __esm({
  "src/ui/components/radios.tsx"() {
    "use strict";
    init_attributes();
    init_choices();
    init_field();
    init_jsx_runtime();
  }
});

// src/ui/components/rating-mark.tsx
function RatingMark({ order, count: count2, label: label2 }) {
  return /* @__PURE__ */ jsx("span", { class: "app-rating", children: [
    /* @__PURE__ */ jsx("svg", { class: "app-rating__mark", viewBox: "0 0 32 32", width: "36", height: "36", "aria-hidden": "true", focusable: "false", children: /* @__PURE__ */ jsx(Mark, { order, count: count2 }) }),
    /* @__PURE__ */ jsx("span", { class: "app-rating__label", children: label2 })
  ] });
}
var init_rating_mark = __esm({
  "src/ui/components/rating-mark.tsx"() {
    "use strict";
    init_mark();
    init_jsx_runtime();
  }
});

// src/ui/components/save-status.tsx
function SaveStatus({ children }) {
  return /* @__PURE__ */ jsx("p", { class: "app-save-status", role: "status", "aria-live": "polite", "data-save-status": true, "data-state": "idle", children });
}
var init_save_status = __esm({
  "src/ui/components/save-status.tsx"() {
    "use strict";
    init_jsx_runtime();
  }
});

// src/ui/components/select.tsx
function Select(props) {
  return /* @__PURE__ */ jsx(Field, { field: props, children: /* @__PURE__ */ jsx(
    "select",
    {
      class: classes("govuk-select", props.class, props.error && "govuk-select--error"),
      id: fieldId(props),
      name: props.name,
      disabled: props.disabled,
      "aria-describedby": fieldDescribedBy(props),
      ...props.attributes,
      children: present(props.items).map((item) => /* @__PURE__ */ jsx(
        "option",
        {
          value: item.value,
          selected: item.selected ?? (item.value ?? item.text) === props.value,
          disabled: item.disabled,
          ...item.attributes,
          children: item.text
        }
      ))
    }
  ) });
}
var init_select = __esm({
  "src/ui/components/select.tsx"() {
    "use strict";
    init_attributes();
    init_field();
    init_jsx_runtime();
  }
});

// src/ui/components/skip-link.tsx
function SkipLink(props) {
  return /* @__PURE__ */ jsx(
    "a",
    {
      href: props.href ?? "#main-content",
      class: classes("govuk-skip-link", props.class),
      ...props.attributes,
      "data-module": "govuk-skip-link",
      children: props.children ?? "Skip to main content"
    }
  );
}
var init_skip_link = __esm({
  "src/ui/components/skip-link.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/status-tag.tsx
function StatusTag({ kind, children }) {
  return /* @__PURE__ */ jsx("strong", { class: `govuk-tag app-status app-status--${kind}`, children: [
    /* @__PURE__ */ jsx("svg", { class: "app-status__mark", viewBox: "0 0 16 16", width: "16", height: "16", "aria-hidden": "true", focusable: "false", children: /* @__PURE__ */ jsx("path", { fill: "currentColor", "fill-rule": "evenodd", d: SHAPES3[kind] }) }),
    children ?? WORDS[kind]
  ] });
}
var WORDS, SHAPES3;
var init_status_tag = __esm({
  "src/ui/components/status-tag.tsx"() {
    "use strict";
    init_jsx_runtime();
    WORDS = {
      "not-started": "Not started",
      "in-progress": "In progress",
      complete: "Complete",
      exempt: "Exempt",
      attention: "Needs attention",
      overdue: "Overdue"
    };
    SHAPES3 = {
      "not-started": "M8 1a7 7 0 100 14A7 7 0 008 1zm0 2a5 5 0 110 10A5 5 0 018 3z",
      "in-progress": "M8 1a7 7 0 100 14A7 7 0 008 1zm0 2v10A5 5 0 018 3z",
      complete: "M8 1a7 7 0 100 14A7 7 0 008 1zM7 11.4L3.8 8.2l1.4-1.4L7 8.6l3.8-3.8 1.4 1.4z",
      exempt: "M8 1a7 7 0 100 14A7 7 0 008 1zM4 7h8v2H4z",
      attention: "M8 1l7.5 14H.5zM7 6v4.5h2V6zm0 5.5v2h2v-2z",
      overdue: "M8 1a7 7 0 100 14A7 7 0 008 1zM7 4h2v4.2l2.7 1.6-1 1.7L7 9.3z"
    };
  }
});

// src/ui/components/summary-list.tsx
function SummaryList(props) {
  const rows = present(props.rows);
  const anyActions = rows.some((row) => row.actions?.length);
  const list3 = /* @__PURE__ */ jsx(
    "dl",
    {
      class: classes("govuk-summary-list", props.noBorder && "govuk-summary-list--no-border", props.class),
      ...props.attributes,
      children: rows.map((row) => /* @__PURE__ */ jsx(Row, { row, anyActions, cardTitle: props.card?.title }))
    }
  );
  return props.card ? /* @__PURE__ */ jsx(SummaryCard, { card: props.card, children: list3 }) : list3;
}
function Row({ row, anyActions, cardTitle }) {
  const actions = row.actions ?? [];
  const empty = anyActions && actions.length === 0;
  return /* @__PURE__ */ jsx("div", { class: classes("govuk-summary-list__row", empty && "govuk-summary-list__row--no-actions", row.class), children: [
    /* @__PURE__ */ jsx("dt", { class: "govuk-summary-list__key", children: row.key }),
    /* @__PURE__ */ jsx("dd", { class: "govuk-summary-list__value", children: row.value }),
    actions.length > 0 && /* @__PURE__ */ jsx("dd", { class: "govuk-summary-list__actions", children: actions.length === 1 ? actions.map((action) => /* @__PURE__ */ jsx(ActionLink, { action, cardTitle })) : /* @__PURE__ */ jsx("ul", { class: "govuk-summary-list__actions-list", children: actions.map((action) => /* @__PURE__ */ jsx("li", { class: "govuk-summary-list__actions-list-item", children: /* @__PURE__ */ jsx(ActionLink, { action, cardTitle }) })) }) })
  ] });
}
function SummaryCard({ card, children }) {
  const Heading = headingTag(card.headingLevel ?? 2);
  const actions = card.actions ?? [];
  return /* @__PURE__ */ jsx("div", { class: classes("govuk-summary-card", card.class), ...card.attributes, children: [
    /* @__PURE__ */ jsx("div", { class: "govuk-summary-card__title-wrapper", children: [
      card.title && /* @__PURE__ */ jsx(Heading, { class: "govuk-summary-card__title", children: card.title }),
      actions.length === 1 && /* @__PURE__ */ jsx("div", { class: "govuk-summary-card__actions", children: actions.map((action) => /* @__PURE__ */ jsx(ActionLink, { action, cardTitle: card.title })) }),
      actions.length > 1 && /* @__PURE__ */ jsx("ul", { class: "govuk-summary-card__actions", children: actions.map((action) => /* @__PURE__ */ jsx("li", { class: "govuk-summary-card__action", children: /* @__PURE__ */ jsx(ActionLink, { action, cardTitle: card.title }) })) })
    ] }),
    /* @__PURE__ */ jsx("div", { class: "govuk-summary-card__content", children })
  ] });
}
function ActionLink({ action, cardTitle }) {
  return /* @__PURE__ */ jsx("a", { class: classes("govuk-link", action.class), href: action.href, ...action.attributes, children: [
    action.text,
    (action.hiddenText || cardTitle) && /* @__PURE__ */ jsx("span", { class: "govuk-visually-hidden", children: [
      action.hiddenText && ` ${action.hiddenText}`,
      cardTitle && /* @__PURE__ */ jsx(Fragment, { children: [
        " (",
        cardTitle,
        ")"
      ] })
    ] })
  ] });
}
var init_summary_list = __esm({
  "src/ui/components/summary-list.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/tag.tsx
function Tag(props) {
  return /* @__PURE__ */ jsx("strong", { class: classes("govuk-tag", props.colour && `govuk-tag--${props.colour}`, props.class), ...props.attributes, children: props.children });
}
var init_tag = __esm({
  "src/ui/components/tag.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/task-list.tsx
function TaskList(props) {
  const prefix = props.idPrefix ?? "task-list";
  return /* @__PURE__ */ jsx("ul", { class: classes("govuk-task-list", props.class), ...props.attributes, children: props.items.map((task, index) => task && /* @__PURE__ */ jsx(Item2, { task, id: `${prefix}-${index + 1}` })) });
}
function Item2({ task, id }) {
  const hintId = `${id}-hint`;
  const statusId = `${id}-status`;
  return /* @__PURE__ */ jsx("li", { class: classes("govuk-task-list__item", task.href && "govuk-task-list__item--with-link", task.class), children: [
    /* @__PURE__ */ jsx("div", { class: "govuk-task-list__name-and-hint", children: [
      task.href ? /* @__PURE__ */ jsx("a", { class: "govuk-link govuk-task-list__link", href: task.href, "aria-describedby": classes(task.hint && hintId, statusId), children: task.title }) : /* @__PURE__ */ jsx("div", { children: task.title }),
      task.hint && /* @__PURE__ */ jsx("div", { id: hintId, class: "govuk-task-list__hint", children: task.hint })
    ] }),
    /* @__PURE__ */ jsx(
      "div",
      {
        class: classes("govuk-task-list__status", task.cannotStartYet && "govuk-task-list__status--cannot-start-yet"),
        id: statusId,
        children: task.status
      }
    )
  ] });
}
var init_task_list = __esm({
  "src/ui/components/task-list.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/components/visually-hidden.tsx
function VisuallyHidden({ children }) {
  return /* @__PURE__ */ jsx("span", { class: "govuk-visually-hidden", children });
}
var init_visually_hidden = __esm({
  "src/ui/components/visually-hidden.tsx"() {
    "use strict";
    init_jsx_runtime();
  }
});

// src/ui/components/warning-text.tsx
function WarningText(props) {
  return /* @__PURE__ */ jsx("div", { class: classes("govuk-warning-text", props.class), ...props.attributes, children: [
    /* @__PURE__ */ jsx("span", { class: "govuk-warning-text__icon", "aria-hidden": "true", children: "!" }),
    " ",
    /* @__PURE__ */ jsx("strong", { class: "govuk-warning-text__text", children: [
      /* @__PURE__ */ jsx("span", { class: "govuk-visually-hidden", children: props.iconText ?? "Warning" }),
      " ",
      props.children
    ] })
  ] });
}
var init_warning_text = __esm({
  "src/ui/components/warning-text.tsx"() {
    "use strict";
    init_attributes();
    init_jsx_runtime();
  }
});

// src/ui/dates.ts
function formatDate(iso) {
  const [year, month, day] = (iso.includes("T") ? london.format(new Date(iso)) : iso).split("-").map(Number);
  return `${day} ${MONTHS2[(month ?? 0) - 1]} ${year}`;
}
function formatTime(instant2) {
  return londonTime.format(new Date(instant2));
}
var MONTHS2, london, londonTime;
var init_dates2 = __esm({
  "src/ui/dates.ts"() {
    "use strict";
    MONTHS2 = [
      "January",
      "February",
      "March",
      "April",
      "May",
      "June",
      "July",
      "August",
      "September",
      "October",
      "November",
      "December"
    ];
    london = new Intl.DateTimeFormat("en-CA", { timeZone: "Europe/London", year: "numeric", month: "2-digit", day: "2-digit" });
    londonTime = new Intl.DateTimeFormat("en-GB", {
      timeZone: "Europe/London",
      hour: "2-digit",
      minute: "2-digit",
      hour12: false
    });
  }
});

// src/ui/logo.tsx
function Logo() {
  return /* @__PURE__ */ jsx("span", { class: "app-logo", children: [
    /* @__PURE__ */ jsx("svg", { class: "app-logo__mark", viewBox: "0 0 40 40", width: "40", height: "40", "aria-hidden": "true", focusable: "false", children: [
      /* @__PURE__ */ jsx("path", { class: "app-logo__stem", d: "M20 37V20" }),
      /* @__PURE__ */ jsx("path", { class: "app-logo__leaf", d: "M20 28C19 14 13 6 3 5c-1 14 4 22 17 23z" }),
      /* @__PURE__ */ jsx("path", { class: "app-logo__leaf-small", d: "M20 26c0-9 5.5-15 16-16 1 11-5 16-16 16z" })
    ] }),
    /* @__PURE__ */ jsx("span", { class: "app-logo__name", children: "Mentormark" })
  ] });
}
var init_logo = __esm({
  "src/ui/logo.tsx"() {
    "use strict";
    init_jsx_runtime();
  }
});

// src/ui/layout.tsx
function Layout({ title: title2, chrome, error, wide, backLink, children }) {
  const container = wide ? "app-container app-container--wide" : "app-container";
  return /* @__PURE__ */ jsx(Fragment, { children: [
    trusted("<!doctype html>"),
    /* @__PURE__ */ jsx("html", { lang: "en-GB", class: "govuk-template", children: [
      /* @__PURE__ */ jsx("head", { children: [
        /* @__PURE__ */ jsx("meta", { charset: "utf-8" }),
        /* @__PURE__ */ jsx("title", { children: `${error ? "Error: " : ""}${title2} \u2013 Mentormark` }),
        /* @__PURE__ */ jsx("meta", { name: "viewport", content: "width=device-width, initial-scale=1, viewport-fit=cover" }),
        /* @__PURE__ */ jsx("meta", { name: "theme-color", content: "#0b3b3a" }),
        /* @__PURE__ */ jsx("link", { rel: "icon", href: chrome.asset("favicon.svg"), type: "image/svg+xml" }),
        /* @__PURE__ */ jsx("link", { rel: "stylesheet", href: chrome.asset("app.css") }),
        /* @__PURE__ */ jsx("script", { type: "module", src: chrome.asset("app.js") })
      ] }),
      /* @__PURE__ */ jsx("body", { class: "govuk-template__body", children: [
        /* @__PURE__ */ jsx(SkipLink, {}),
        /* @__PURE__ */ jsx(Header2, { chrome, container }),
        /* @__PURE__ */ jsx("div", { class: container, children: [
          backLink && /* @__PURE__ */ jsx("nav", { class: "app-back", "aria-label": "Back", children: /* @__PURE__ */ jsx(BackLink, { href: backLink.href, children: backLink.text }) }),
          /* @__PURE__ */ jsx("main", { id: "main-content", class: "app-main", children: [
            chrome.notice && /* @__PURE__ */ jsx(NotificationBanner, { ...chrome.notice, title: chrome.notice.kind === "success" ? "Done" : "Please note" }),
            children
          ] })
        ] }),
        /* @__PURE__ */ jsx(Footer, { container })
      ] })
    ] })
  ] });
}
function Header2({ chrome, container }) {
  const { person, organisation, navigation: navigation2, account, signOut: signOut2 } = chrome;
  return /* @__PURE__ */ jsx("header", { class: "app-header", children: [
    /* @__PURE__ */ jsx("div", { class: `${container} app-header__bar`, children: [
      /* @__PURE__ */ jsx("a", { class: "app-header__home", href: organisation?.home ?? "/", children: /* @__PURE__ */ jsx(Logo, {}) }),
      organisation && /* @__PURE__ */ jsx("p", { class: "app-header__organisation", children: organisation.name }),
      (person || account.length > 0 || signOut2) && /* @__PURE__ */ jsx("nav", { class: "app-header__account", "aria-label": "Account", children: /* @__PURE__ */ jsx("ul", { children: [
        person && /* @__PURE__ */ jsx("li", { class: "app-header__person", children: person.name }),
        account.map((link) => /* @__PURE__ */ jsx("li", { children: /* @__PURE__ */ jsx("a", { href: link.href, children: link.text }) })),
        signOut2 && /* @__PURE__ */ jsx("li", { children: /* @__PURE__ */ jsx("form", { method: "post", action: signOut2.action, "data-sign-out": true, children: [
          /* @__PURE__ */ jsx("input", { type: "hidden", name: TOKEN_FIELD, value: signOut2.token }),
          /* @__PURE__ */ jsx("button", { type: "submit", class: "app-header__button", children: "Sign out" })
        ] }) })
      ] }) })
    ] }),
    navigation2.length > 0 && /* @__PURE__ */ jsx("nav", { class: "app-navigation", "aria-label": "Main", children: /* @__PURE__ */ jsx("ul", { class: `${container} app-navigation__list`, children: navigation2.map((item) => /* @__PURE__ */ jsx("li", { children: /* @__PURE__ */ jsx("a", { class: "app-navigation__link", href: item.href, "aria-current": item.current ? "page" : void 0, children: item.text }) })) }) })
  ] });
}
function Footer({ container }) {
  return /* @__PURE__ */ jsx("footer", { class: "app-footer", children: /* @__PURE__ */ jsx("div", { class: container, children: /* @__PURE__ */ jsx("p", { children: "Mentormark helps organisations that mentor young people to look honestly at their practice, and get better at it." }) }) });
}
var init_layout = __esm({
  "src/ui/layout.tsx"() {
    "use strict";
    init_csrf();
    init_back_link();
    init_notification_banner();
    init_skip_link();
    init_jsx_runtime();
    init_logo();
    init_jsx_runtime();
  }
});

// src/ui/plural.ts
function plural(count2, one, many) {
  return `${count2} ${count2 === 1 ? one : many}`;
}
var init_plural = __esm({
  "src/ui/plural.ts"() {
    "use strict";
  }
});

// src/ui/index.ts
var init_ui = __esm({
  "src/ui/index.ts"() {
    "use strict";
    init_figures();
    init_indicator_grid();
    init_standards_chart();
    init_tables();
    init_action_menu();
    init_arrange();
    init_back_link();
    init_breadcrumbs();
    init_button();
    init_card();
    init_character_count();
    init_checkboxes();
    init_core_tag();
    init_date_input();
    init_details();
    init_empty_state();
    init_error_message();
    init_error_summary();
    init_fieldset();
    init_file_upload();
    init_filters();
    init_form();
    init_formatted_text();
    init_hint();
    init_input();
    init_inset_text();
    init_label();
    init_notification_banner();
    init_page_heading();
    init_pagination();
    init_panel();
    init_password_input();
    init_priority_tag();
    init_progress_bar();
    init_radios();
    init_rating_mark();
    init_save_status();
    init_select();
    init_skip_link();
    init_status_tag();
    init_summary_list();
    init_table();
    init_tag();
    init_task_list();
    init_textarea();
    init_visually_hidden();
    init_warning_text();
    init_dates2();
    init_jsx_runtime();
    init_layout();
    init_plural();
  }
});

// src/frameworks/pack/compiled.ts
import { hash } from "node:crypto";
function contentText(content) {
  return canonicalJson(content);
}
function editionFromJson(text2) {
  return editionOf(JSON.parse(text2), hash("sha256", text2));
}
function editionOf(pack, digest) {
  const standards = pack.standards.map(standardOf);
  return {
    id: pack.id,
    edition: pack.edition,
    title: tidy4(pack.title),
    publisher: tidy4(pack.publisher),
    language: pack.language ?? "en-GB",
    reviewEveryMonths: pack.review_every_months ?? 12,
    provenance: pack.provenance ? { wording: pack.provenance.wording, note: tidy4(pack.provenance.note), additions: pack.provenance.additions ?? [] } : null,
    licence: optional(pack.licence),
    supersedes: pack.supersedes ?? null,
    errata: (pack.errata ?? []).map(({ where: where2, source, decision }) => ({
      where: tidy4(where2),
      source: tidy4(source),
      decision: tidy4(decision)
    })),
    ratings: pack.ratings.map(({ id, label: label2, meaning }, order) => ({ id, label: tidy4(label2), meaning: optional(meaning), order })),
    priorities: (pack.priorities ?? []).map(({ id, label: label2, meaning }) => ({ id, label: tidy4(label2), meaning: optional(meaning) })),
    exemptions: (pack.exemptions ?? []).map(({ standard: standard2, held_mark, levels, record }) => ({
      standard: standard2,
      heldMark: tidy4(held_mark),
      levels: (levels ?? []).map(tidy4),
      record: record ?? []
    })),
    themes: (pack.evidence_themes ?? []).map(({ id, title: title2, look_for, indicators }) => ({
      id,
      title: tidy4(title2),
      lookFor: optional(look_for),
      indicatorIds: indicators
    })),
    standards,
    indicators: standards.flatMap((standard2) => standard2.indicators),
    digest
  };
}
function standardOf(standard2) {
  return {
    number: standard2.number,
    title: tidy4(standard2.title),
    aim: tidy4(standard2.aim),
    indicators: standard2.indicators.map((indicator4) => indicatorOf(indicator4, standard2.number)),
    links: (standard2.useful_links ?? []).map(({ title: title2, publisher, url }) => ({
      title: tidy4(title2),
      publisher: tidy4(publisher),
      url: url ?? null
    }))
  };
}
function indicatorOf(indicator4, standard2) {
  const statement = tidy4(indicator4.statement);
  return {
    id: indicator4.id,
    standard: standard2,
    core: indicator4.core,
    shortTitle: indicator4.short_title === void 0 ? beginning(statement) : tidy4(indicator4.short_title),
    statement,
    whyItMatters: optional(indicator4.why_it_matters),
    examples: (indicator4.example_evidence ?? []).map(exampleOf),
    levels: Object.fromEntries(Object.entries(indicator4.levels ?? {}).map(([rating2, text2]) => [rating2, tidy4(text2)])),
    suggestedActions: (indicator4.suggested_actions ?? []).map(tidy4)
  };
}
function exampleOf(example, i) {
  const key = String(i + 1);
  if (typeof example === "string") return { kind: "item", key, text: tidy4(example) };
  const items = example.items.map((text2, j) => ({ key: `${key}.${j + 1}`, text: tidy4(text2) }));
  return { kind: "group", heading: tidy4(example.heading), items };
}
function tidy4(text2) {
  return text2.trim().replace(/[ \t\r\n]+/g, " ");
}
function optional(text2) {
  return text2 === void 0 ? null : tidy4(text2);
}
function beginning(statement) {
  if (statement.length <= SHORT) return statement;
  const words3 = statement.slice(0, SHORT).replace(/\s+\S*$/, "");
  return `${words3.replace(/[\s,;:.–(]+$/, "")}\u2026`;
}
var SHORT;
var init_compiled = __esm({
  "src/frameworks/pack/compiled.ts"() {
    "use strict";
    init_canonical_json();
    SHORT = 60;
  }
});

// src/frameworks/pack/fault.ts
function pathText(path2) {
  return path2.map((step, i) => typeof step === "number" ? `[${step}]` : i === 0 ? step : `.${step}`).join("");
}
function faultText(fault2) {
  const place = fault2.column === void 0 ? `${fault2.line}` : `${fault2.line}:${fault2.column}`;
  return `${fault2.file}:${place}: ${fault2.reason}${fault2.path === "" ? "" : ` (${fault2.path})`}`;
}
function nearestName(written, known3) {
  const plain2 = (name2) => name2.toLowerCase().replace(/[^a-z0-9]/g, "");
  const wanted = plain2(written.slice(0, 80));
  if (wanted === "") return null;
  const ranked = known3.map((name2) => ({ name: name2, distance: distance(wanted, plain2(name2)) })).filter(({ name: name2, distance: distance2 }) => distance2 <= Math.max(1, Math.floor(plain2(name2).length / 3))).sort((a2, b) => a2.distance - b.distance);
  if (ranked[0]) return ranked[0].name;
  const holding = known3.filter((name2) => wanted.length >= 4 && plain2(name2).includes(wanted));
  return holding.length === 1 ? holding[0] ?? null : null;
}
function distance(a2, b) {
  const rows = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  const at2 = (i, j) => rows[i]?.[j] ?? Number.POSITIVE_INFINITY;
  for (let i = 1; i <= a2.length; i++) {
    const row = [i];
    rows.push(row);
    for (let j = 1; j <= b.length; j++) {
      const change2 = at2(i - 1, j - 1) + (a2[i - 1] === b[j - 1] ? 0 : 1);
      const swapped = i > 1 && j > 1 && a2[i - 1] === b[j - 2] && a2[i - 2] === b[j - 1];
      row.push(Math.min(at2(i - 1, j) + 1, at2(i, j - 1) + 1, change2, swapped ? at2(i - 2, j - 2) + 1 : change2));
    }
  }
  return at2(a2.length, b.length);
}
var init_fault = __esm({
  "src/frameworks/pack/fault.ts"() {
    "use strict";
  }
});

// src/ui/previews/sample.ts
function state(code) {
  if (code === "n") return { kind: "not-rated" };
  if (code === "l") return { kind: "less-relevant" };
  if (code === "e") return { kind: "exempt" };
  return { kind: "rated", order: Number(code) };
}
function indicator(standard2, place, core, code) {
  return { id: `${standard2}.${place}`, shortTitle: WORDS6[place - 1] ?? "", core, state: state(code) };
}
var TITLES, WORDS6, STATES, underWay, otherFramework;
var init_sample = __esm({
  "src/ui/previews/sample.ts"() {
    "use strict";
    TITLES = [
      ["Programme design and development", [1, 3], 4],
      ["Recruitment, selection and screening of mentors and mentees", [1, 2, 3, 5], 5],
      ["Induction, training and support", [1, 2, 4], 6],
      ["Matching and relationship", [1, 2], 4],
      ["Mentoring practice", [1, 3], 5],
      ["Mentee\u2019s voice", [2, 3], 5],
      ["Monitoring and evaluation", [1], 4],
      ["Management and leadership of the organisation", [1, 2, 5, 6], 7]
    ];
    WORDS6 = [
      "Clear aims",
      "Shared understanding",
      "Enough people and time",
      "Written down",
      "Looked at each year",
      "Known to all",
      "In plain words"
    ];
    STATES = ["2312", "32213", "1220n2", "2331", "12nn2", "011ln", "1102", "eeeeeee"];
    underWay = {
      ratings: [
        { order: 0, label: "Undeveloped practice" },
        { order: 1, label: "Developing practice" },
        { order: 2, label: "Good practice" },
        { order: 3, label: "Excellent practice" }
      ],
      standards: TITLES.map(([title2, core, count2], index) => ({
        number: index + 1,
        title: title2,
        indicators: Array.from(
          { length: count2 },
          (_, place) => indicator(index + 1, place + 1, core.includes(place + 1), STATES[index]?.[place] ?? "n")
        )
      }))
    };
    otherFramework = {
      ratings: ["Not yet", "Begun", "Growing", "Secure", "Leading", "Teaching others"].map((label2, order) => ({ order, label: label2 })),
      standards: [
        { number: 1, title: "Welcome", indicators: [indicator(1, 1, true, "0"), indicator(1, 2, false, "5")] },
        {
          number: 2,
          title: "Safety, and how everybody who meets young people here knows what to do when they are worried",
          indicators: Array.from({ length: 11 }, (_, place) => indicator(2, place + 1, place % 4 === 0, String(place % 6)))
        },
        { number: 3, title: "Endings", indicators: [] }
      ]
    };
  }
});

// src/ui/previews/charts.tsx
var charts;
var init_charts = __esm({
  "src/ui/previews/charts.tsx"() {
    "use strict";
    init_ui();
    init_sample();
    init_jsx_runtime();
    charts = [
      {
        component: "StandardsFigure",
        examples: [
          { name: "An assessment under way", shown: /* @__PURE__ */ jsx(StandardsFigure, { data: underWay, id: "under-way" }) },
          { name: "Another framework", shown: /* @__PURE__ */ jsx(StandardsFigure, { data: otherFramework, id: "other" }) }
        ]
      },
      {
        component: "IndicatorFigure",
        examples: [
          { name: "An assessment under way", shown: /* @__PURE__ */ jsx(IndicatorFigure, { data: underWay, id: "grid-under-way" }) },
          { name: "Another framework", shown: /* @__PURE__ */ jsx(IndicatorFigure, { data: otherFramework, id: "grid-other" }) }
        ]
      },
      {
        component: "StandardsChart",
        examples: [{ name: "Narrow", shown: /* @__PURE__ */ jsx(StandardsChart, { data: underWay, id: "standards-alone", variant: "narrow" }) }]
      },
      {
        component: "IndicatorGrid",
        examples: [{ name: "Narrow", shown: /* @__PURE__ */ jsx(IndicatorGrid, { data: underWay, id: "grid-alone", variant: "narrow" }) }]
      },
      {
        component: "StandardsTable",
        examples: [{ name: "Beside a picture", shown: /* @__PURE__ */ jsx(StandardsTable, { data: otherFramework, caption: "Another framework" }) }]
      },
      {
        component: "IndicatorTable",
        examples: [{ name: "Beside a picture", shown: /* @__PURE__ */ jsx(IndicatorTable, { data: otherFramework, caption: "Its indicators" }) }]
      }
    ];
  }
});

// src/ui/previews/fields.tsx
var RATINGS, fields4;
var init_fields = __esm({
  "src/ui/previews/fields.tsx"() {
    "use strict";
    init_ui();
    init_jsx_runtime();
    RATINGS = [
      ["undeveloped", "Undeveloped", "We have not started on this, or it depends on one person."],
      ["developing", "Developing", "We have begun. It happens some of the time."],
      ["good", "Good practice", "We do this every time and can show it."],
      ["excellent", "Excellent practice", "We do this every time, learn from it, and help others."]
    ];
    fields4 = [
      {
        component: "Button",
        examples: [
          {
            name: "Kinds",
            shown: /* @__PURE__ */ jsx("div", { class: "govuk-button-group", children: [
              /* @__PURE__ */ jsx(Button, { children: "Save and continue" }),
              /* @__PURE__ */ jsx(Button, { kind: "secondary", children: "Save and come back later" }),
              /* @__PURE__ */ jsx(Button, { kind: "warning", children: "Delete this action" }),
              /* @__PURE__ */ jsx("a", { class: "govuk-link", href: "/components", children: "Cancel" })
            ] })
          },
          {
            name: "Start, and one that cannot be used",
            shown: /* @__PURE__ */ jsx("div", { class: "govuk-button-group", children: [
              /* @__PURE__ */ jsx(Button, { href: "/components", start: true, children: "Start your assessment" }),
              /* @__PURE__ */ jsx(Button, { disabled: true, children: "Complete" })
            ] })
          }
        ]
      },
      {
        component: "Input",
        examples: [
          { name: "Plain", shown: /* @__PURE__ */ jsx(Input, { name: "organisation", label: "Name of your organisation", value: "Next Steps Mentoring" }) },
          {
            name: "With a hint, a width and an error",
            shown: /* @__PURE__ */ jsx(
              Input,
              {
                name: "charity-number",
                label: "Charity number",
                hint: "Seven digits. Leave it empty if you do not have one.",
                error: "Enter a charity number of seven digits",
                width: 10,
                inputmode: "numeric",
                value: "12345"
              }
            )
          },
          {
            name: "With a prefix",
            shown: /* @__PURE__ */ jsx(Input, { name: "grant", label: "Grant you would need", prefix: "\xA3", width: 10, inputmode: "numeric" })
          }
        ]
      },
      { component: "PasswordInput", examples: [{ name: "Plain", shown: /* @__PURE__ */ jsx(PasswordInput, { name: "password", label: "Password" }) }] },
      {
        component: "Textarea",
        examples: [
          {
            name: "With a label that leads",
            shown: /* @__PURE__ */ jsx(
              Textarea,
              {
                name: "evidence",
                label: "Your evidence",
                labelSize: "m",
                hint: "Say what you do and where the proof is kept. Do not name young people.",
                value: "Every mentor has a two-hour induction before they meet a young person. The slides are in the shared drive."
              }
            )
          }
        ]
      },
      {
        component: "CharacterCount",
        examples: [
          {
            name: "Characters",
            shown: /* @__PURE__ */ jsx(CharacterCount, { name: "what-changed", label: "What changed?", maxlength: 200, rows: 3 })
          }
        ]
      },
      {
        component: "Radios",
        examples: [
          {
            name: "Ratings, as cards",
            shown: /* @__PURE__ */ jsx(
              Radios,
              {
                name: "rating",
                legend: "How would you rate your practice?",
                legendSize: "m",
                hint: "This is for you. Nobody outside your organisation sees it unless you choose.",
                class: "app-choices",
                value: "good",
                items: RATINGS.map(([value, label2, meaning], order) => ({
                  value,
                  text: /* @__PURE__ */ jsx(RatingMark, { order, count: RATINGS.length, label: label2 }),
                  hint: meaning
                }))
              }
            )
          },
          {
            name: "Small, with something to fill in and an error",
            shown: /* @__PURE__ */ jsx(
              Radios,
              {
                name: "relevant",
                legend: "Is this indicator relevant to how you mentor?",
                legendSize: "s",
                error: "Say whether it is relevant",
                small: true,
                value: "less",
                items: [
                  { value: "yes", text: "Yes" },
                  { value: "less", text: "Less relevant", conditional: /* @__PURE__ */ jsx(Input, { name: "why", label: "Why is it less relevant?" }) }
                ]
              }
            )
          }
        ]
      },
      {
        component: "Checkboxes",
        examples: [
          {
            name: "Several, or none of them",
            shown: /* @__PURE__ */ jsx(
              Checkboxes,
              {
                name: "examples-held",
                legend: "Which of these do you have?",
                legendSize: "s",
                hint: "Tick the ones you could show somebody today.",
                values: ["policy", "training"],
                items: [
                  { value: "policy", text: "A safeguarding policy, looked at within the last year" },
                  {
                    value: "training",
                    text: "Training records for everybody who meets young people",
                    hint: "With the date of the next one."
                  },
                  { value: "lead", text: "A named safeguarding lead and a deputy" },
                  { divider: "or" },
                  { value: "none", text: "None of these", exclusive: true }
                ]
              }
            )
          }
        ]
      },
      {
        component: "Select",
        examples: [
          {
            name: "Plain",
            shown: /* @__PURE__ */ jsx(
              Select,
              {
                name: "standard",
                label: "Standard",
                value: "4",
                items: [
                  { value: "", text: "Choose a standard" },
                  { value: "1", text: "1. Programme design and development" },
                  { value: "4", text: "4. Matching and relationship" }
                ]
              }
            )
          }
        ]
      },
      {
        component: "DateInput",
        examples: [
          {
            name: "With an error in the month",
            shown: /* @__PURE__ */ jsx(
              DateInput,
              {
                name: "by-when",
                legend: "By when?",
                legendSize: "s",
                hint: "For example, 31 3 2027",
                error: "Month must be from 1 to 12",
                errorIn: ["month"],
                value: { day: "31", month: "13", year: "2027" }
              }
            )
          }
        ]
      },
      {
        component: "FileUpload",
        examples: [
          {
            name: "With a place to drop files",
            shown: /* @__PURE__ */ jsx(FileUpload, { name: "file", label: "Add a file", hint: "PDF, Word, Excel or a picture, up to 10 MB", dropZone: true })
          }
        ]
      },
      {
        component: "Fieldset",
        examples: [
          {
            name: "Around two fields",
            shown: /* @__PURE__ */ jsx(Fieldset, { legend: "Who leads the assessment?", legendSize: "m", children: [
              /* @__PURE__ */ jsx(Input, { name: "lead-name", label: "Name", value: "Amina Osei" }),
              /* @__PURE__ */ jsx(Input, { name: "lead-email", label: "Email address", type: "email", autocomplete: "email" })
            ] })
          }
        ]
      },
      {
        component: "Label",
        examples: [
          {
            name: "Alone, for a control of your own",
            shown: /* @__PURE__ */ jsx(Label, { for: "alone", size: "s", children: "Search indicators" })
          }
        ]
      },
      { component: "Hint", examples: [{ name: "Alone", shown: /* @__PURE__ */ jsx(Hint, { children: "You can change this later." }) }] },
      { component: "ErrorMessage", examples: [{ name: "Alone", shown: /* @__PURE__ */ jsx(ErrorMessage, { children: "Choose a rating" }) }] },
      {
        component: "Details",
        examples: [
          {
            name: "Closed",
            shown: /* @__PURE__ */ jsx(Details, { summary: "Why this matters", children: /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "Young people told us that endings matter as much as beginnings." }) })
          },
          {
            name: "Open",
            shown: /* @__PURE__ */ jsx(Details, { summary: "What others keep as evidence", open: true, children: /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "A one-page description of the programme, agreed by trustees." }) })
          }
        ]
      }
    ];
  }
});

// src/ui/previews/messages.tsx
var messages;
var init_messages = __esm({
  "src/ui/previews/messages.tsx"() {
    "use strict";
    init_ui();
    init_jsx_runtime();
    messages = [
      {
        component: "ErrorSummary",
        examples: [
          {
            name: "Two problems",
            shown: /* @__PURE__ */ jsx(
              ErrorSummary,
              {
                disableAutoFocus: true,
                errors: [
                  { text: "Choose a rating", href: "#rating" },
                  { text: "Month must be from 1 to 12", href: "#by-when-month" }
                ]
              }
            )
          }
        ]
      },
      {
        component: "NotificationBanner",
        examples: [
          {
            name: "Done",
            shown: /* @__PURE__ */ jsx(
              NotificationBanner,
              {
                kind: "success",
                titleId: "preview-done",
                disableAutoFocus: true,
                role: "region",
                text: "Your assessment is complete. Well done."
              }
            )
          },
          { name: "To know", shown: /* @__PURE__ */ jsx(NotificationBanner, { titleId: "preview-know", text: "Grace is also working on standard 4." }) }
        ]
      },
      {
        component: "Panel",
        examples: [
          {
            name: "Finished",
            shown: /* @__PURE__ */ jsx(Panel, { title: "Assessment complete", headingLevel: 3, children: [
              "Next review by ",
              formatDate("2027-03-05")
            ] })
          },
          {
            name: "Think again",
            shown: /* @__PURE__ */ jsx(
              Panel,
              {
                title: "Complete without three ratings?",
                headingLevel: 3,
                kind: "interruption",
                actions: /* @__PURE__ */ jsx(Fragment, { children: [
                  /* @__PURE__ */ jsx(Button, { kind: "inverse", children: "Yes, complete it" }),
                  /* @__PURE__ */ jsx("a", { class: "govuk-link govuk-link--inverse", href: "/components", children: "No, go back" })
                ] }),
                children: /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "2.4, 5.3 and 5.4 have no rating yet." })
              }
            )
          }
        ]
      },
      {
        component: "InsetText",
        examples: [{ name: "Plain", shown: /* @__PURE__ */ jsx(InsetText, { children: "A low rating is a place to start from." }) }]
      },
      {
        component: "WarningText",
        examples: [{ name: "Plain", shown: /* @__PURE__ */ jsx(WarningText, { children: "Do not upload anything that names a young person." }) }]
      },
      {
        component: "Tag",
        examples: [
          {
            name: "Colours",
            shown: /* @__PURE__ */ jsx(Cluster, { children: ["grey", "green", "teal", "blue", "purple", "magenta", "red", "orange", "yellow"].map((colour) => /* @__PURE__ */ jsx(Tag, { colour, children: colour })) })
          }
        ]
      },
      {
        component: "TaskList",
        examples: [
          {
            name: "Standards",
            shown: /* @__PURE__ */ jsx(
              TaskList,
              {
                idPrefix: "standards",
                items: [
                  { title: "1. Programme design and development", href: "/components", status: /* @__PURE__ */ jsx(StatusTag, { kind: "complete" }) },
                  {
                    title: "2. Recruitment, selection and screening of mentors and mentees",
                    hint: "3 of 5 indicators answered",
                    href: "/components",
                    status: /* @__PURE__ */ jsx(StatusTag, { kind: "in-progress" })
                  },
                  { title: "3. Induction, training and support", href: "/components", status: /* @__PURE__ */ jsx(StatusTag, { kind: "not-started" }) },
                  { title: "Complete the assessment", status: "Cannot start yet", cannotStartYet: true }
                ]
              }
            )
          }
        ]
      },
      {
        component: "SummaryList",
        examples: [
          {
            name: "Check answers",
            shown: /* @__PURE__ */ jsx(
              SummaryList,
              {
                rows: [
                  {
                    key: "Organisation",
                    value: "Next Steps Mentoring",
                    actions: [{ text: "Change", href: "/components", hiddenText: "name of organisation" }]
                  },
                  { key: "Lead", value: "Amina Osei", actions: [{ text: "Change", href: "/components", hiddenText: "lead" }] },
                  { key: "Started", value: formatDate("2026-11-22") }
                ]
              }
            )
          },
          {
            name: "As a card",
            shown: /* @__PURE__ */ jsx(
              SummaryList,
              {
                card: { title: "4.2 A good ending", headingLevel: 3, actions: [{ text: "Edit", href: "/components" }] },
                rows: [
                  { key: "Action", value: "Write a plan for endings with three young people" },
                  { key: "By whom", value: "Grace" }
                ]
              }
            )
          }
        ]
      },
      {
        component: "Table",
        examples: [
          {
            name: "With numbers",
            shown: /* @__PURE__ */ jsx(
              Table,
              {
                caption: "Young people mentored",
                captionSize: "m",
                firstCellIsHeader: true,
                head: ["Year", { content: "Mentors", numeric: true }, { content: "Young people", numeric: true }],
                rows: [
                  ["2025", { content: 24, numeric: true }, { content: 31, numeric: true }],
                  ["2026", { content: 38, numeric: true }, { content: 52, numeric: true }]
                ]
              }
            )
          }
        ]
      },
      {
        component: "Pagination",
        examples: [
          {
            name: "Previous and next",
            shown: /* @__PURE__ */ jsx(
              Pagination,
              {
                label: "Indicators",
                previous: { href: "/components", text: "Previous", label: "1.2 Shared understanding" },
                next: { href: "/components", text: "Next", label: "1.4 Enough people and time" }
              }
            )
          },
          {
            name: "Pages",
            shown: /* @__PURE__ */ jsx(
              Pagination,
              {
                label: "Pages",
                previous: { href: "/components" },
                next: { href: "/components" },
                items: [
                  { number: 1, href: "/components" },
                  { number: 2, href: "/components", current: true },
                  { ellipsis: true },
                  { number: 9, href: "/components" }
                ]
              }
            )
          }
        ]
      },
      { component: "BackLink", examples: [{ name: "Plain", shown: /* @__PURE__ */ jsx(BackLink, { href: "/components", children: "All standards" }) }] },
      {
        component: "Breadcrumbs",
        examples: [
          {
            name: "Plain",
            shown: /* @__PURE__ */ jsx(
              Breadcrumbs,
              {
                items: [{ text: "Home", href: "/" }, { text: "Assessment", href: "/components" }, { text: "Standard 4" }]
              }
            )
          }
        ]
      },
      {
        component: "SkipLink",
        examples: [
          {
            name: "Shown when it has the focus",
            shown: /* @__PURE__ */ jsx(SkipLink, { href: "#main-content", children: "Skip to the top of these components" })
          }
        ]
      }
    ];
  }
});

// src/ui/previews/own.tsx
var RATINGS2, PRIORITIES, own, pageHeading;
var init_own = __esm({
  "src/ui/previews/own.tsx"() {
    "use strict";
    init_ui();
    init_jsx_runtime();
    RATINGS2 = ["Undeveloped practice", "Developing practice", "Good practice", "Excellent practice"];
    PRIORITIES = ["Highest", "High", "Medium", "Low"];
    own = [
      {
        component: "RatingMark",
        examples: [
          {
            name: "Four ratings",
            shown: /* @__PURE__ */ jsx(Stack, { gap: "s", children: RATINGS2.map((label2, order) => /* @__PURE__ */ jsx(RatingMark, { order, count: 4, label: label2 })) })
          },
          {
            name: "Six ratings",
            shown: /* @__PURE__ */ jsx(Cluster, { children: Array.from({ length: 6 }, (_, order) => /* @__PURE__ */ jsx(RatingMark, { order, count: 6, label: `Level ${order + 1}` })) })
          }
        ]
      },
      { component: "CoreTag", examples: [{ name: "Plain", shown: /* @__PURE__ */ jsx(CoreTag, {}) }] },
      {
        component: "ProgressBar",
        examples: [
          { name: "Under way", shown: /* @__PURE__ */ jsx(ProgressBar, { done: 12, total: 40, label: "indicators answered" }) },
          { name: "Finished", shown: /* @__PURE__ */ jsx(ProgressBar, { done: 40, total: 40, label: "indicators answered" }) }
        ]
      },
      {
        component: "SaveStatus",
        examples: [{ name: "What it said when the page was made", shown: /* @__PURE__ */ jsx(SaveStatus, { children: "Saved 22 November 2026, 14:05" }) }]
      },
      {
        component: "StatusTag",
        examples: [
          {
            name: "Kinds",
            shown: /* @__PURE__ */ jsx(Cluster, { children: ["not-started", "in-progress", "complete", "exempt", "attention", "overdue"].map((kind) => /* @__PURE__ */ jsx(StatusTag, { kind })) })
          },
          { name: "Other words", shown: /* @__PURE__ */ jsx(StatusTag, { kind: "attention", children: "Waiting for you" }) }
        ]
      },
      {
        component: "PriorityTag",
        examples: [
          {
            name: "Four priorities",
            shown: /* @__PURE__ */ jsx(Stack, { gap: "s", children: PRIORITIES.map((label2, order) => /* @__PURE__ */ jsx("div", { children: /* @__PURE__ */ jsx(PriorityTag, { label: label2, order, count: PRIORITIES.length }) })) })
          }
        ]
      },
      {
        component: "PageHeading",
        examples: [
          {
            name: "See the top of this page",
            shown: /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "A page has one heading, and this page has its own." })
          }
        ]
      },
      {
        component: "Card",
        examples: [
          {
            name: "Kinds",
            shown: /* @__PURE__ */ jsx(Grid, { children: [
              /* @__PURE__ */ jsx(Card, { title: "Assessment 2026", headingLevel: 3, href: "/components", footer: /* @__PURE__ */ jsx(StatusTag, { kind: "in-progress" }), children: /* @__PURE__ */ jsx(ProgressBar, { done: 12, total: 40, label: "indicators answered" }) }),
              /* @__PURE__ */ jsx(
                Card,
                {
                  title: "Your plan",
                  headingLevel: 3,
                  kind: "highlight",
                  footer: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: "/components", children: "Open the plan" }),
                  children: /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
                    plural(3, "action is", "actions are"),
                    " due this month."
                  ] })
                }
              ),
              /* @__PURE__ */ jsx(Card, { title: "Last year", headingLevel: 3, kind: "tinted", children: /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "Completed by Amina Osei." }) })
            ] })
          }
        ]
      },
      {
        component: "EmptyState",
        examples: [
          {
            name: "No actions",
            shown: /* @__PURE__ */ jsx(EmptyState, { title: "No actions yet", headingLevel: 3, action: /* @__PURE__ */ jsx(Button, { children: "Add the first action" }), children: "Actions turn what you noticed into what you will do. Start with one that matters most." })
          }
        ]
      },
      {
        component: "Filters",
        examples: [
          {
            name: "Over a list of actions",
            shown: /* @__PURE__ */ jsx(Filters, { action: "/components", label: "Filter actions", clear: { href: "/components" }, children: [
              /* @__PURE__ */ jsx(Input, { name: "words", label: "Words" }),
              /* @__PURE__ */ jsx(
                Select,
                {
                  name: "priority",
                  label: "Priority",
                  items: [{ value: "", text: "All" }, ...PRIORITIES.map((text2) => ({ text: text2 }))]
                }
              )
            ] })
          }
        ]
      },
      {
        component: "ActionMenu",
        examples: [
          {
            name: "Links and changes",
            shown: /* @__PURE__ */ jsx(
              ActionMenu,
              {
                hiddenText: "for action 4.2",
                items: [
                  { text: "Edit", href: "/components" },
                  { text: "Mark as done", action: "/components", fields: { revision: "7" } }
                ]
              }
            )
          }
        ]
      },
      {
        component: "Form",
        examples: [
          {
            name: "One that changes something",
            shown: /* @__PURE__ */ jsx(Form, { action: "/components", children: /* @__PURE__ */ jsx(Button, { kind: "secondary", children: "Send the reminder" }) })
          }
        ]
      },
      {
        component: "Stack",
        examples: [
          {
            name: "Small steps",
            shown: /* @__PURE__ */ jsx(Stack, { gap: "s", children: [
              /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "One thing." }),
              /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "Another thing." })
            ] })
          }
        ]
      },
      {
        component: "Cluster",
        examples: [
          {
            name: "Beside each other",
            shown: /* @__PURE__ */ jsx(Cluster, { children: [
              /* @__PURE__ */ jsx(RatingMark, { order: 2, count: 4, label: "Good practice" }),
              /* @__PURE__ */ jsx(CoreTag, {}),
              /* @__PURE__ */ jsx(StatusTag, { kind: "complete" })
            ] })
          }
        ]
      },
      {
        component: "Grid",
        examples: [
          {
            name: "As many as fit",
            shown: /* @__PURE__ */ jsx(Grid, { children: ["Amina", "Grace", "Tomasz"].map((name2) => /* @__PURE__ */ jsx(Card, { title: name2, headingLevel: 3 })) })
          }
        ]
      },
      {
        component: "TwoThirds",
        examples: [
          {
            name: "Text to read",
            shown: /* @__PURE__ */ jsx(TwoThirds, { children: /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "Lines of about seventy letters are the easiest to read, so text is kept to about that, however wide the window is." }) })
          }
        ]
      },
      {
        component: "WithAside",
        examples: [
          {
            name: "Beside, or below where it is narrow",
            shown: /* @__PURE__ */ jsx(WithAside, { aside: /* @__PURE__ */ jsx(Card, { title: "Useful links", headingLevel: 3, kind: "tinted" }), asideLabel: "Useful links", children: /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "The question and its answer stand here." }) })
          }
        ]
      },
      {
        component: "VisuallyHidden",
        examples: [
          {
            name: "Says more to screen readers",
            shown: /* @__PURE__ */ jsx("p", { class: "govuk-body", children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: "/components", children: [
              "Change",
              /* @__PURE__ */ jsx(VisuallyHidden, { children: " the lead" })
            ] }) })
          }
        ]
      },
      {
        component: "FormattedText",
        examples: [
          {
            name: "Paragraphs, line breaks, another direction",
            shown: /* @__PURE__ */ jsx(
              FormattedText,
              {
                text: "We meet every new mentor twice:\nonce alone,\nonce with the young person\u2019s school.\n\n\u064A\u0644\u062A\u0642\u064A \u0643\u0644 \u0645\u0631\u0634\u062F \u0628\u0627\u0644\u0634\u0627\u0628 \u0645\u0631\u0629 \u0641\u064A \u0627\u0644\u0623\u0633\u0628\u0648\u0639."
              }
            )
          }
        ]
      }
    ];
    pageHeading = /* @__PURE__ */ jsx(
      PageHeading,
      {
        caption: "Mentormark",
        lead: "Every component with its examples. What is shown here is also what is tested.",
        size: "xl",
        children: "Components"
      }
    );
  }
});

// src/ui/previews.tsx
var previews_exports = {};
__export(previews_exports, {
  PreviewsPage: () => PreviewsPage,
  previews: () => previews
});
function PreviewsPage({ chrome }) {
  return /* @__PURE__ */ jsx(Layout, { title: "Components", chrome, wide: true, backLink: { href: "/" }, children: [
    pageHeading,
    /* @__PURE__ */ jsx("ul", { class: "app-previews__index", children: previews.map(({ component }) => /* @__PURE__ */ jsx("li", { children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: `#${component}`, children: component }) })) }),
    previews.map(({ component, examples }) => /* @__PURE__ */ jsx("section", { class: "app-preview", id: component, "aria-labelledby": `${component}-heading`, children: [
      /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", id: `${component}-heading`, children: component }),
      examples.map(({ name: name2, shown }) => /* @__PURE__ */ jsx("div", { class: "app-preview__example", children: [
        /* @__PURE__ */ jsx("p", { class: "app-preview__name", children: name2 }),
        shown
      ] }))
    ] }))
  ] });
}
var previews;
var init_previews = __esm({
  "src/ui/previews.tsx"() {
    "use strict";
    init_layout();
    init_charts();
    init_fields();
    init_messages();
    init_own();
    init_jsx_runtime();
    previews = [...own, ...charts, ...fields4, ...messages];
  }
});

// src/frameworks/pack/agreement.ts
function agreementFindings(pack) {
  const standards = entries(pack, [], "standards");
  const indicators = standards.flatMap(({ value, path: path2 }) => entries(value, path2, "indicators"));
  const ratings = entries(pack, [], "ratings");
  const themes = entries(pack, [], "evidence_themes");
  return [
    ...repeated(ratings, "id", "Rating"),
    ...repeated(entries(pack, [], "priorities"), "id", "Priority"),
    ...repeated(themes, "id", "Theme"),
    ...repeated(standards, "number", "Standard"),
    ...repeated(indicators, "id", "Indicator"),
    ...rising(standards, "number", Number, "Standard"),
    ...standards.flatMap((standard2) => numberedWithin(standard2)),
    ...indicators.flatMap((indicator4) => levelsNamed(indicator4, ratings)),
    ...themes.flatMap((theme2) => indicatorsNamed(theme2, indicators)),
    ...entries(pack, [], "exemptions").flatMap((exemption2) => standardNamed(exemption2, standards)),
    ...standards.flatMap(({ value, path: path2 }) => entries(value, path2, "useful_links")).flatMap(addressReal),
    ...supersedesAnother(pack)
  ];
}
function repeated(list3, field, noun) {
  const seen = /* @__PURE__ */ new Set();
  return list3.flatMap(({ value, path: path2 }) => {
    const id = idOf(value, field);
    if (id === void 0 || !seen.has(id)) {
      if (id !== void 0) seen.add(id);
      return [];
    }
    return [{ path: [...path2, field], reason: `${noun} "${quoted(id)}" is given twice.` }];
  });
}
function rising(list3, field, rank, noun) {
  let highest = null;
  return list3.flatMap(({ value, path: path2 }) => {
    const id = idOf(value, field);
    if (id === void 0) return [];
    const own2 = rank(id);
    if (!Number.isFinite(own2)) return [];
    const before = highest;
    if (before === null || own2 > before.rank) highest = { rank: own2, id };
    if (before === null || own2 >= before.rank) return [];
    return [{ path: [...path2, field], reason: `${noun} "${quoted(id)}" is out of order: it comes after "${quoted(before.id)}".` }];
  });
}
function numberedWithin({ value, path: path2 }) {
  const number = member(value, "number");
  if (typeof number !== "number") return [];
  const indicators = entries(value, path2, "indicators");
  const strangers = indicators.flatMap((indicator4) => {
    const id = member(indicator4.value, "id");
    if (typeof id !== "string" || !/^\d+\.\d+$/.test(id) || id.startsWith(`${number}.`)) return [];
    return [
      {
        path: [...indicator4.path, "id"],
        reason: `Indicator "${quoted(id)}" is in standard ${number}, so its id must begin with "${number}.".`
      }
    ];
  });
  const own2 = indicators.filter((indicator4) => String(idOf(indicator4.value, "id")).startsWith(`${number}.`));
  return [...strangers, ...rising(own2, "id", (id) => Number(String(id).split(".")[1]), "Indicator")];
}
function levelsNamed({ value, path: path2 }, ratings) {
  const known3 = names(ratings, "id");
  const levels = member(value, "levels");
  if (known3.length === 0 || !isFields(levels)) return [];
  return Object.keys(levels).filter((id) => !known3.includes(id)).map((id) => ({ path: [...path2, "levels", id], reason: `There is no rating "${quoted(id)}". ${suggestion(id, known3)}` }));
}
function indicatorsNamed({ value, path: path2 }, indicators) {
  const known3 = new Set(names(indicators, "id"));
  const named = member(value, "indicators");
  if (!Array.isArray(named)) return [];
  return named.flatMap((id, i) => {
    if (typeof id !== "string" || !/^\d+\.\d+$/.test(id)) return [];
    if (!known3.has(id)) return [{ path: [...path2, "indicators", i], reason: `There is no indicator "${quoted(id)}".` }];
    return named.indexOf(id) < i ? [{ path: [...path2, "indicators", i], reason: `Indicator "${id}" is named twice by this theme.` }] : [];
  });
}
function standardNamed({ value, path: path2 }, standards) {
  const number = member(value, "standard");
  if (typeof number !== "number" || standards.some((standard2) => String(idOf(standard2.value, "number")) === String(number)))
    return [];
  return [{ path: [...path2, "standard"], reason: `There is no standard ${number}.` }];
}
function addressReal({ value, path: path2 }) {
  const url = member(value, "url");
  if (typeof url !== "string" || !url.startsWith("https://")) return [];
  const address = URL.parse(url);
  if (address && address.username === "" && address.password === "") return [];
  return [{ path: [...path2, "url"], reason: '"url" is not a complete web address.' }];
}
function supersedesAnother(pack) {
  const edition = member(pack, "edition");
  if (typeof edition !== "string" || member(pack, "supersedes") !== edition) return [];
  return [{ path: ["supersedes"], reason: "An edition cannot replace itself." }];
}
function suggestion(id, known3) {
  const meant = nearestName(id, known3);
  return meant ? `Did you mean "${meant}"?` : `The ratings are ${known3.map((name2) => `"${quoted(name2)}"`).join(", ")}.`;
}
function entries(holder, path2, field) {
  const list3 = member(holder, field);
  return Array.isArray(list3) ? list3.map((value, i) => ({ value, path: [...path2, field, i] })) : [];
}
function names(list3, field) {
  return list3.map(({ value }) => member(value, field)).filter((name2) => typeof name2 === "string");
}
function member(value, name2) {
  return isFields(value) && Object.hasOwn(value, name2) ? value[name2] : void 0;
}
function idOf(value, field) {
  const id = member(value, field);
  return typeof id === "string" || typeof id === "number" ? id : void 0;
}
function isFields(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function quoted(id) {
  return String(id).slice(0, 80);
}
var init_agreement = __esm({
  "src/frameworks/pack/agreement.ts"() {
    "use strict";
    init_fault();
  }
});

// src/frameworks/pack/format.ts
import { z as z10 } from "zod";
var MOST_BYTES, slug, editionLabel, indicatorId, words2, label, title, sentence, paragraph, standardNumber, provenance, erratum, rating, priority, exemption, theme, exampleGroup, indicator2, usefulLink, standard, packFormat, PARTS2;
var init_format = __esm({
  "src/frameworks/pack/format.ts"() {
    "use strict";
    MOST_BYTES = 2 * 1024 * 1024;
    slug = z10.string().max(64).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'may hold only lower-case letters, digits and single hyphens, such as "safeguarding-policy"');
    editionLabel = z10.string().max(40).regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/, 'may hold only letters, digits, dots and hyphens, such as "2022"');
    indicatorId = z10.string().max(12).regex(/^[1-9][0-9]*\.[1-9][0-9]*$/, 'must be the number of the standard, a dot and a place within it, such as "2.3"');
    words2 = (most) => z10.string().max(most).regex(/\S/, "is empty: give it text, or leave the field out");
    label = words2(80);
    title = words2(200);
    sentence = words2(600);
    paragraph = words2(1200);
    standardNumber = z10.int().min(1).max(99);
    provenance = z10.strictObject({
      wording: z10.enum(["original", "adapted", "published"]).describe("Ours, reworked from the publisher, or the publisher\u2019s own."),
      note: words2(2e3).describe("Where the text comes from, in one or two sentences."),
      additions: z10.array(label).max(50).optional().describe("Fields that are not in the source at all.")
    });
    erratum = z10.strictObject({
      where: title.describe("The place in the source."),
      source: paragraph.describe("What the source does."),
      decision: paragraph.describe("What this pack does.")
    });
    rating = z10.strictObject({ id: slug, label, meaning: sentence.optional() });
    priority = z10.strictObject({ id: slug, label, meaning: sentence.optional() });
    exemption = z10.strictObject({
      standard: standardNumber.describe("The standard the quality mark stands in for."),
      held_mark: title,
      levels: z10.array(label).max(20).optional(),
      record: z10.array(z10.enum(["date_awarded", "expires_on"])).max(2).optional().describe("What must be recorded about the mark.")
    });
    theme = z10.strictObject({
      id: slug,
      title,
      indicators: z10.array(indicatorId).min(1).max(200).describe("Indicators this one document speaks to."),
      look_for: sentence.optional()
    });
    exampleGroup = z10.strictObject({ heading: sentence, items: z10.array(sentence).min(1).max(50) });
    indicator2 = z10.strictObject({
      id: indicatorId.describe('Standard number, dot, place within it. In quotes: "1.10" without them is the number 1.1.'),
      core: z10.boolean(),
      short_title: label.optional().describe("A few words for lists and charts."),
      statement: paragraph.describe("The requirement."),
      why_it_matters: sentence.optional(),
      example_evidence: z10.array(z10.union([sentence, exampleGroup])).max(50).optional().describe("Text, or a heading with a list."),
      levels: z10.record(z10.string(), paragraph).optional().describe("What practice looks like, by rating id."),
      suggested_actions: z10.array(sentence).max(10).optional().describe("Two or three.")
    });
    usefulLink = z10.strictObject({
      title,
      publisher: title,
      url: z10.string().max(500).regex(/^https:\/\/[^\s/]\S*$/, "must be an address that begins with https://").optional()
    });
    standard = z10.strictObject({
      number: standardNumber,
      title,
      aim: sentence,
      indicators: z10.array(indicator2).min(1).max(100),
      useful_links: z10.array(usefulLink).max(100).optional()
    });
    packFormat = z10.strictObject({
      id: slug.describe("Stable for ever."),
      edition: editionLabel.describe("Text, so in quotes when it is a year."),
      title,
      publisher: title.describe("Who publishes the framework itself."),
      language: z10.string().max(35).regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'must be a language tag, such as "en-GB"').optional().describe("BCP 47 tag; en-GB when left out."),
      review_every_months: z10.int().min(1).max(120).optional().describe("12 when left out."),
      provenance: provenance.optional(),
      licence: title.optional().describe("Of this text."),
      supersedes: editionLabel.nullable().optional().describe("The edition this one replaces."),
      errata: z10.array(erratum).max(100).optional(),
      ratings: z10.array(rating).min(2).max(12).describe("Worst first."),
      priorities: z10.array(priority).max(12).optional().describe("Most pressing first."),
      exemptions: z10.array(exemption).max(50).optional(),
      evidence_themes: z10.array(theme).max(200).optional(),
      standards: z10.array(standard).min(1).max(50)
    });
    PARTS2 = {
      "": { noun: "a pack", fields: Object.keys(packFormat.shape) },
      provenance: { noun: "provenance", fields: Object.keys(provenance.shape) },
      errata: { noun: "an erratum", fields: Object.keys(erratum.shape) },
      ratings: { noun: "a rating", fields: Object.keys(rating.shape) },
      priorities: { noun: "a priority", fields: Object.keys(priority.shape) },
      exemptions: { noun: "an exemption", fields: Object.keys(exemption.shape) },
      evidence_themes: { noun: "a theme", fields: Object.keys(theme.shape) },
      standards: { noun: "a standard", fields: Object.keys(standard.shape) },
      indicators: { noun: "an indicator", fields: Object.keys(indicator2.shape) },
      example_evidence: { noun: "a heading with examples", fields: Object.keys(exampleGroup.shape) },
      useful_links: { noun: "a link", fields: Object.keys(usefulLink.shape) }
    };
  }
});

// src/frameworks/pack/shape.ts
function shapeFindings(source) {
  const findings = issuesOf(source.value).flatMap((issue) => findingsOf(issue, [], source));
  const meant = new Set(
    findings.flatMap(({ path: path2, meant: meant2 }) => meant2 === void 0 ? [] : [[...path2.slice(0, -1), meant2].join("\n")])
  );
  return findings.filter((finding) => !(finding.missing && meant.has(finding.path.join("\n"))));
}
function issuesOf(value) {
  const issues = packFormat.safeParse(value).error?.issues ?? [];
  const tooLong = issues.filter((issue) => issue.code === "too_big" && issue.origin === "array");
  if (tooLong.length === 0) return issues;
  const cut = structuredClone(value);
  for (const issue of tooLong) {
    const list3 = issue.path.reduce((inside, step) => inside[step], cut);
    list3.length = Number(issue.maximum);
  }
  return [...tooLong, ...issuesOf(cut)];
}
function findingsOf(issue, before, source) {
  const path2 = [...before, ...issue.path];
  const value = source.at(path2);
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => unknownField([...path2, key], value));
  if (issue.code === "invalid_union") return brokenExample(issue, path2, value, source);
  if (value === void 0 && path2.length > 0) return [missingField(path2)];
  return [{ path: path2, reason: reasonFor(issue, path2, source) }];
}
function unknownField(path2, holder) {
  const part = partAt(path2.slice(0, -1));
  const name2 = String(path2.at(-1));
  const free = part.fields.filter((field) => !Object.hasOwn(holder ?? {}, field));
  const meant = nearestName(name2, free) ?? void 0;
  const hint = meant ? `Did you mean "${meant}"?` : `It may hold ${list2(part.fields)}.`;
  return { path: path2, meant, reason: `${capital(part.noun)} has no field "${name2.slice(0, 80)}". ${hint}` };
}
function missingField(path2) {
  return { path: path2, missing: true, reason: `${capital(partAt(path2.slice(0, -1)).noun)} needs the field "${path2.at(-1)}".` };
}
function brokenExample(issue, path2, value, source) {
  const name2 = capital(nameOf2(path2));
  if (isFields2(value)) {
    if ("heading" in value || "items" in value) return (issue.errors[1] ?? []).flatMap((inner) => findingsOf(inner, path2, source));
    return [{ path: path2, reason: `${name2} must be text, or have the fields "heading" and "items".${COLON}` }];
  }
  if (typeof value === "string") return (issue.errors[0] ?? []).flatMap((inner) => findingsOf(inner, path2, source));
  return [{ path: path2, reason: `${name2} must be text, or a heading with a list of items, and not ${kindOf(value)}.` }];
}
function reasonFor(issue, path2, source) {
  const name2 = capital(nameOf2(path2));
  const value = source.at(path2);
  switch (issue.code) {
    case "invalid_type":
      return `${name2} must be ${EXPECTED[issue.expected] ?? issue.expected}, and not ${kindOf(value)}.${hintFor(issue.expected, path2, source)}`;
    case "invalid_value":
      return `${name2} must be ${list2(issue.values.map((choice2) => `"${String(choice2)}"`))}.`;
    case "too_big":
      return tooBig(issue, name2, value);
    case "too_small":
      return tooSmall(issue, name2, value);
    default:
      return `${name2} ${issue.message}.`;
  }
}
function tooBig(issue, name2, value) {
  const most = count(issue.maximum);
  if (typeof value === "string") return `${name2} is too long: ${count(value.length)} characters, and the most is ${most}.`;
  if (Array.isArray(value)) return `${name2} has too many items: ${count(value.length)}, and the most is ${most}.`;
  return `${name2} must be ${most} or less.`;
}
function tooSmall(issue, name2, value) {
  const least = count(issue.minimum);
  if (!Array.isArray(value)) return `${name2} must be ${least} or more.`;
  return value.length === 0 ? `${name2} is empty: list at least ${least}.` : `${name2} needs at least ${least}.`;
}
function hintFor(expected, path2, source) {
  const value = source.at(path2);
  const written = source.written(path2);
  if (expected === "string" && (typeof value === "number" || typeof value === "boolean") && written)
    return ` Put it in quotes: "${written}".`;
  if (expected === "boolean" && typeof value === "string" && /^(yes|no|y|n|on|off|true|false)$/i.test(value)) {
    return ` Write ${/^(yes|y|on|true)$/i.test(value) ? "true" : "false"}, without quotes.`;
  }
  if (expected === "number" && typeof value === "string" && /^\d+$/.test(value)) return ` Write ${value} without quotes.`;
  if (expected === "string" && isFields2(value)) return COLON;
  if (value === null) return " Fill it in, or leave the field out.";
  return "";
}
function kindOf(value) {
  if (value === null) return "empty";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "string") return "text";
  if (typeof value === "number") return "a number";
  if (typeof value === "boolean") return String(value);
  return "a set of fields";
}
function nameOf2(path2) {
  const last = path2.at(-1);
  if (last === void 0) return "a pack";
  if (typeof last === "string") return `"${last}"`;
  const holder = path2.findLast((step) => typeof step === "string");
  return `an item of "${holder}"`;
}
function partAt(path2) {
  const holder = path2.findLast((step) => typeof step === "string") ?? "";
  return PARTS2[holder] ?? { noun: `"${holder}"`, fields: [] };
}
function isFields2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function list2(words3) {
  return anyOf.format(words3);
}
function count(value) {
  return value.toLocaleString("en-GB");
}
function capital(text2) {
  return text2.charAt(0).toUpperCase() + text2.slice(1);
}
var COLON, EXPECTED, anyOf;
var init_shape = __esm({
  "src/frameworks/pack/shape.ts"() {
    "use strict";
    init_fault();
    init_format();
    COLON = ' Text with a colon and a space in it (": ") must be in quotes.';
    EXPECTED = {
      string: "text",
      number: "a number",
      int: "a whole number",
      boolean: "true or false",
      array: "a list",
      object: "a set of fields",
      record: "a set of fields"
    };
    anyOf = new Intl.ListFormat("en-GB", { type: "disjunction" });
  }
});

// src/frameworks/pack/source.ts
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  Lexer,
  LineCounter,
  parseDocument,
  visit
} from "yaml";
function readSource(text2) {
  const tooMuch = overBound(text2);
  if (tooMuch) return unread(tooMuch);
  const lines2 = new LineCounter();
  const document2 = parseDocument(text2, {
    lineCounter: lines2,
    prettyErrors: false,
    // The library's own check takes a time that grows with the square of the number of keys; ours does not.
    uniqueKeys: false,
    version: "1.2",
    schema: "core",
    merge: false,
    resolveKnownTags: false,
    logLevel: "error"
  });
  const told = (error, offset, syntax) => {
    return { offset, path: [], reason: plainReason(error), syntax };
  };
  const troubles = [
    ...firstOfEachLine(document2.errors, lines2).map((error) => told(error, beginning2(error, document2, text2), true)),
    ...document2.warnings.map((warning) => told(warning, warning.pos[0], false))
  ];
  const value = new Walk(troubles, (offset) => lines2.linePos(offset).line).value(document2.contents, []);
  if (value === null && troubles.length === 0) return unread("The file is empty.");
  const finder = new Finder(document2.contents);
  return {
    value,
    troubles,
    at: (path2) => path2.reduce((inside, step) => member2(inside, step), value),
    written: (path2) => {
      const node = finder.find(path2).node;
      return isScalar(node) && node.source !== void 0 && node.source.length <= 40 ? node.source : null;
    },
    span: (path2) => finder.find(path2).span,
    place: (offset) => {
      const { line: line2, col } = lines2.linePos(offset);
      return { line: Math.max(1, line2), column: Math.max(1, col) };
    }
  };
}
function overBound(text2) {
  if (text2.length > MOST_BYTES || Buffer.byteLength(text2) > MOST_BYTES) return "The file is over 2 MB, the most a pack may be.";
  let tokens = 0;
  for (const _ of new Lexer().lex(text2)) {
    tokens++;
    if (tokens > MOST_TOKENS) return "The file holds far more separate pieces of YAML than a pack needs.";
  }
  return null;
}
function firstOfEachLine(errors, lines2) {
  const seen = /* @__PURE__ */ new Set();
  return errors.toSorted((a2, b) => a2.pos[0] - b.pos[0]).filter(({ pos }) => {
    const { line: line2 } = lines2.linePos(pos[0]);
    return !seen.has(line2) && seen.add(line2);
  });
}
function beginning2(error, document2, text2) {
  const at2 = Math.min(error.pos[0], text2.length);
  if (!/Missing closing .quote/.test(error.message)) return at2;
  let opened = at2;
  visit(document2, {
    Scalar(_, { type, range }) {
      if (type?.startsWith("QUOTE") && range && range[0] < at2 && at2 <= range[1] + 1) opened = range[0];
    }
  });
  return opened;
}
function unread(reason) {
  return {
    value: void 0,
    troubles: [{ offset: 0, path: [], reason, syntax: true }],
    at: () => void 0,
    written: () => null,
    span: () => ({ start: 0, end: 0 }),
    place: () => ({ line: 1, column: 1 })
  };
}
function start(node) {
  return node?.range?.[0] ?? 0;
}
function member2(value, step) {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, step)) return void 0;
  return value[step];
}
function fieldName(key) {
  return typeof key.value === "string" ? key.value : key.source ?? String(key.value);
}
function plainReason({ code, message }) {
  const known3 = REASONS.find(([pattern]) => pattern.test(`${code} ${message}`));
  return known3?.[1] ?? `This is not valid YAML: ${message}.`;
}
var MOST_TOKENS, MOST_VALUES, MOST_DEPTH, Walk, Finder, REASONS;
var init_source = __esm({
  "src/frameworks/pack/source.ts"() {
    "use strict";
    init_format();
    MOST_TOKENS = 25e4;
    MOST_VALUES = 5e4;
    MOST_DEPTH = 20;
    Walk = class {
      #troubles;
      #lineAt;
      #values = 0;
      constructor(troubles, lineAt) {
        this.#troubles = troubles;
        this.#lineAt = lineAt;
      }
      value(node, path2) {
        this.#values++;
        if (node === null || this.#values > MOST_VALUES) return null;
        if (this.#values === MOST_VALUES)
          this.#note(node, path2, `The file holds more than ${MOST_VALUES.toLocaleString("en-GB")} values.`);
        if (path2.length > MOST_DEPTH) return this.#note(node, path2, "This is nested far deeper than anything in a pack.");
        if (isAlias(node))
          return this.#note(node, path2, `*${node.source.slice(0, 40)} is a YAML alias. Write the text out in full instead.`);
        if (isMap(node)) return this.#map(node.items, path2);
        if (isSeq(node)) return node.items.map((item, i) => this.value(item, [...path2, i]));
        return isScalar(node) ? this.#scalar(node, path2) : null;
      }
      #map(items, path2) {
        const value = {};
        const lines2 = /* @__PURE__ */ new Map();
        for (const { key, value: inside } of items) {
          if (!isScalar(key) || key.value === null || key.value === "__proto__") {
            this.#note(key, path2, "The name of a field must be a plain word.");
            continue;
          }
          const name2 = fieldName(key);
          const earlier = lines2.get(name2);
          if (earlier !== void 0) {
            this.#note(key, [...path2, name2], `"${name2}" is already given on line ${earlier}. Keep one of the two.`);
            continue;
          }
          lines2.set(name2, this.#lineAt(start(key)));
          value[name2] = this.value(inside, [...path2, name2]);
        }
        return value;
      }
      #scalar(node, path2) {
        const { value } = node;
        if (typeof value === "string") {
          const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]/.test(value);
          if (control || !value.isWellFormed()) this.#note(node, path2, "This text contains a character that cannot be printed.");
          return value;
        }
        if (value === null || typeof value === "boolean" || Number.isFinite(value)) return value;
        return this.#note(node, path2, "This is neither text, a number, true nor false.");
      }
      #note(node, path2, reason) {
        this.#troubles.push({ offset: start(node), path: path2, reason, syntax: false });
        return null;
      }
    };
    Finder = class {
      #root;
      /** Fields by name, for each set of fields that was looked into: one may have thousands. */
      #fields = /* @__PURE__ */ new Map();
      constructor(root) {
        this.#root = root;
      }
      find(path2) {
        let node = this.#root;
        let span = { start: start(node), end: node?.range?.[2] ?? 0 };
        for (const step of path2) {
          const next = this.#inside(node, step);
          if (!next) return { node: null, span };
          node = next.value;
          span = { start: start(next.key ?? node), end: node?.range?.[2] ?? next.key?.range?.[2] ?? span.end };
        }
        return { node, span };
      }
      #inside(node, step) {
        if (isMap(node)) return this.#fieldsOf(node).get(step) ?? null;
        const item = isSeq(node) && typeof step === "number" ? node.items[step] : void 0;
        return item ? { key: null, value: item } : null;
      }
      #fieldsOf(map) {
        const known3 = this.#fields.get(map);
        if (known3) return known3;
        const pairs2 = map.items.toReversed();
        const fields5 = new Map(pairs2.flatMap((pair) => isScalar(pair.key) ? [[fieldName(pair.key), pair]] : []));
        this.#fields.set(map, fields5);
        return fields5;
      }
    };
    REASONS = [
      [/Missing closing .quote/, "A quotation mark is opened and not closed."],
      [/^BLOCK_IN_FLOW|must be .*end with a/, "A bracket is opened and not closed."],
      [
        /^BAD_INDENT|block sequence may not|without - indicator/,
        "This line is not indented like the others of its list or set of fields."
      ],
      [/^TAB_AS_INDENT/, "Indent with spaces: YAML does not allow tabs here."],
      [/^BLOCK_AS_IMPLICIT_KEY|^KEY_OVER/, 'Text with a colon and a space in it (": ") must be in quotes.'],
      [/^BAD_SCALAR_START|^BAD_ALIAS|Not a YAML token/, "Text that begins with this character must be in quotes."],
      [
        /scalar at node end/,
        "Text goes on after the closing quotation mark. Put the whole of it in quotes, and use the other kind of quotes inside."
      ],
      [/^BAD_DQ_ESCAPE/, "A backslash inside double quotes must be written twice (\\\\)."],
      [
        /^MULTILINE_IMPLICIT|followed by map values/,
        "A field needs a name, a colon and a space. If this line continues the text above, indent it further."
      ],
      [
        /^MULTIPLE_DOCS/,
        'A pack is a single document: remove the line "---" and what follows it, or keep that in a file of its own.'
      ],
      [/^RESOURCE_EXHAUSTION/, "This is nested far deeper than anything in a pack."],
      [
        /^TAG_RESOLVE/,
        'A word that begins with "!" is a YAML tag, which a pack may not use. Put text that begins with "!" in quotes.'
      ]
    ];
  }
});

// src/frameworks/pack/read.ts
function readPack(text2, file) {
  const source = readSource(text2);
  const faults = faultsOf(source, file);
  if (faults.length > 0) return { ok: false, faults };
  const content = contentText(source.value);
  return { ok: true, edition: editionFromJson(content), content };
}
function compilePack(text2, file) {
  const read = readPack(text2, file);
  if (!read.ok) throw new Error(`The framework pack cannot be used.
${read.faults.map(faultText).join("\n")}`);
  return read.content;
}
function faultsOf(source, file) {
  const broken = source.troubles.filter((trouble) => trouble.syntax);
  const sound = Math.min(...broken.map((trouble) => trouble.offset));
  const troubles = source.troubles.filter((trouble) => trouble.syntax || trouble.offset < sound);
  const findings = broken.length === 0 ? allFindings(source) : findingsBefore(sound, source);
  const faults = [
    ...troubles.map((trouble) => fault(file, source, trouble.offset, trouble)),
    ...findings.map((finding) => fault(file, source, placeOf(finding, source).start, finding))
  ];
  return limited(distinct(faults.sort((a2, b) => a2.line - b.line || (a2.column ?? 0) - (b.column ?? 0))), file);
}
function allFindings(source) {
  const told = new Set(source.troubles.map((trouble) => pathText(trouble.path)));
  return [...shapeFindings(source), ...agreementFindings(source.value)].filter(({ path: path2 }) => !told.has(pathText(path2)));
}
function findingsBefore(sound, source) {
  return shapeFindings(source).filter((finding) => {
    const perhapsLater = finding.missing && finding.path.length === 1;
    return !perhapsLater && placeOf(finding, source).end < sound;
  });
}
function placeOf({ path: path2, missing }, source) {
  return source.span(missing ? path2.slice(0, -1) : path2);
}
function fault(file, source, offset, { path: path2, reason }) {
  return { file, ...source.place(offset), path: pathText(path2), reason };
}
function distinct(faults) {
  const seen = /* @__PURE__ */ new Set();
  return faults.filter((fault2) => {
    const text2 = faultText(fault2);
    return !seen.has(text2) && seen.add(text2);
  });
}
function limited(faults, file) {
  if (faults.length <= MOST_FAULTS) return faults;
  const rest = faults.length - MOST_FAULTS;
  const last = faults[MOST_FAULTS - 1]?.line ?? 1;
  return [
    ...faults.slice(0, MOST_FAULTS),
    { file, line: last, path: "", reason: `There are ${rest.toLocaleString("en-GB")} more faults after this one.` }
  ];
}
var MOST_FAULTS;
var init_read = __esm({
  "src/frameworks/pack/read.ts"() {
    "use strict";
    init_agreement();
    init_compiled();
    init_fault();
    init_shape();
    init_source();
    MOST_FAULTS = 500;
  }
});

// ../../tmp/vis/run.tsx
import { createAdaptorServer } from "@hono/node-server";
import { readFileSync as readFileSync2, existsSync as existsSync2 } from "node:fs";
import { join as join6 } from "node:path";

// tests/support/world.ts
import { mkdtempSync as mkdtempSync2, readFileSync, rmSync as rmSync2 } from "node:fs";
import { tmpdir as tmpdir2 } from "node:os";
import { join as join5 } from "node:path";

// src/app.tsx
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { secureHeaders } from "hono/secure-headers";

// src/accounts/guards.ts
init_platform();
init_policy();
init_session();
var doorkeepers = /* @__PURE__ */ new WeakMap();
var people = /* @__PURE__ */ new WeakMap();
var members = /* @__PURE__ */ new WeakMap();
function setDoorkeeper(c, doorkeeper) {
  doorkeepers.set(c.req.raw, doorkeeper);
}
async function whoAsks(c) {
  const known3 = people.get(c.req.raw);
  if (known3 !== void 0) return known3;
  const person = await doorkeepers.get(c.req.raw)?.personOf(c) ?? null;
  people.set(c.req.raw, person);
  return person;
}
function nowKnownAs(c, person) {
  people.set(c.req.raw, person);
}
function memberOfRequest(c) {
  return members.get(c.req.raw) ?? null;
}
var anyone = {
  name: "anyone",
  async admit(c) {
    return { ...visitOf(c), person: await whoAsks(c) };
  }
};
var signedIn = {
  name: "signed in",
  async admit(c) {
    const person = await whoAsks(c);
    if (!person) return askToSignIn(c);
    return { ...visitOf(c), person, actor: { kind: "person", ...person } };
  }
};
function may(permission) {
  return {
    name: `may ${permission}`,
    async admit(c) {
      const person = await whoAsks(c);
      if (!person) return askToSignIn(c);
      const visit2 = visitOf(c);
      const id = c.req.param("organisation") ?? "";
      const member3 = isId(id) ? await memberOf(visit2.db.read, person, id) : null;
      if (!member3) throw new Problem("not-found");
      members.set(c.req.raw, member3);
      if (!roleMay(member3.role, permission)) throw new Problem("not-allowed");
      return {
        ...visit2,
        person,
        actor: { kind: "person", ...person },
        organisation: member3.organisation,
        role: member3.role,
        own: ownedBy(visit2.db.read, member3.organisation.id)
      };
    }
  };
}
async function askToSignIn(c) {
  const doorkeeper = doorkeepers.get(c.req.raw);
  if (!doorkeeper) throw new Problem("not-allowed");
  return doorkeeper.askToSignIn(c);
}

// src/accounts/organisation/actions.ts
init_platform();
init_policy();

// src/accounts/store.ts
init_policy();
import { sql } from "kysely";
function personByEmail(db, email) {
  return db.selectFrom("person").select(["id", "name", "email"]).where("email", "=", email).executeTakeFirst();
}
function personById(db, id) {
  return db.selectFrom("person").select(["id", "name", "email"]).where("id", "=", id).executeTakeFirst();
}
async function namesOf(db, ids3) {
  if (ids3.length === 0) return /* @__PURE__ */ new Map();
  const rows = await db.selectFrom("person").select(["id", "name"]).where("id", "in", ids3).execute();
  return new Map(rows.map(({ id, name: name2 }) => [id, name2]));
}
async function insertPerson(tx, person) {
  const times = { created_at: person.now, updated_at: person.now };
  await tx.insertInto("person").values({ id: person.id, name: person.name, email: person.email, email_verified: sql`false`, image: null, ...times }).execute();
  await tx.insertInto("sign_in_method").values({
    id: person.id,
    account_id: person.id,
    provider_id: "credential",
    person_id: person.id,
    password: person.hash,
    ...times
  }).execute();
}
async function renamePerson(tx, id, name2, now) {
  await tx.updateTable("person").set({ name: name2, updated_at: now }).where("id", "=", id).execute();
}
async function passphraseHash(db, personId) {
  const row = await db.selectFrom("sign_in_method").select("password").where("person_id", "=", personId).where("provider_id", "=", "credential").executeTakeFirst();
  return row?.password ?? null;
}
async function setPassphraseHash(tx, personId, hash2, now) {
  await tx.updateTable("sign_in_method").set({ password: hash2, updated_at: now }).where("person_id", "=", personId).where("provider_id", "=", "credential").execute();
}
async function sessionsOf(db, personId, now) {
  const rows = await db.selectFrom("session").select(["id", "created_at", "user_agent"]).where("person_id", "=", personId).where("expires_at", ">", now).orderBy("created_at", "desc").execute();
  return rows.map((row) => ({ id: row.id, signedInAt: new Date(row.created_at), userAgent: row.user_agent }));
}
async function endSessions(tx, personId, ids3) {
  if (ids3.length === 0) return;
  await tx.deleteFrom("session").where("person_id", "=", personId).where("id", "in", ids3).execute();
}
async function endEverySession(tx, personId) {
  await tx.deleteFrom("session").where("person_id", "=", personId).execute();
}
async function endSession(tx, token) {
  await tx.deleteFrom("session").where("token", "=", token).execute();
}
var SESSIONS = 50;
async function tidySessions(tx, personId, now) {
  await tx.deleteFrom("session").where("person_id", "=", personId).where("expires_at", "<=", now).execute();
  const beyond = await tx.selectFrom("session").select("id").where("person_id", "=", personId).orderBy("created_at", "desc").orderBy("id", "desc").limit(1e3).offset(SESSIONS).execute();
  await endSessions(
    tx,
    personId,
    beyond.map((row) => row.id)
  );
}
async function membershipsOf(db, personId) {
  const rows = await db.selectFrom("membership").innerJoin("organisation", "organisation.id", "membership.organisation_id").select(["organisation.id", "organisation.name", "membership.role"]).where("membership.person_id", "=", personId).execute();
  return rows.flatMap(({ id, name: name2, role }) => isRole(role) ? [{ organisation: { id, name: name2 }, role }] : []).sort((a2, b) => a2.organisation.name.localeCompare(b.organisation.name, "en-GB"));
}

// src/accounts/organisation/store.ts
init_policy();
import { z } from "zod";
var list = z.array(z.string());
async function organisationById(db, id) {
  const row = await db.selectFrom("organisation").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) return null;
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    registrations: list.parse(JSON.parse(row.registrations)),
    areas: list.parse(JSON.parse(row.areas)),
    models: list.parse(JSON.parse(row.models)),
    mentorsPerYear: row.mentors_per_year,
    youngPeoplePerYear: row.young_people_per_year,
    marks: list.parse(JSON.parse(row.marks)),
    updatedAt: row.updated_at
  };
}
async function insertOrganisation(tx, id, description, now) {
  await tx.insertInto("organisation").values({ id, ...columns(description), created_at: now, updated_at: now }).execute();
}
async function updateOrganisation(tx, id, description, now) {
  await tx.updateTable("organisation").set({ ...columns(description), updated_at: now }).where("id", "=", id).execute();
}
async function insertMembership(tx, organisationId, personId, role, now) {
  await tx.insertInto("membership").values({ organisation_id: organisationId, person_id: personId, role, created_at: now }).execute();
}
async function roleOf(db, organisationId, personId) {
  const row = await db.selectFrom("membership").select("role").where("organisation_id", "=", organisationId).where("person_id", "=", personId).executeTakeFirst();
  return row && isRole(row.role) ? row.role : null;
}
function columns(description) {
  return {
    name: description.name,
    kind: description.kind,
    registrations: JSON.stringify(description.registrations),
    areas: JSON.stringify(description.areas),
    models: JSON.stringify(description.models),
    mentors_per_year: description.mentorsPerYear,
    young_people_per_year: description.youngPeoplePerYear,
    marks: JSON.stringify(description.marks)
  };
}

// src/accounts/organisation/actions.ts
async function createOrganisation(ctx, id, description) {
  const { actor } = ctx;
  if (actor.kind !== "person") throw new Problem("not-allowed");
  const organisationId = isId(id) ? id : newId();
  try {
    await ctx.db.write(async (tx) => {
      const now = instant(ctx.clock);
      await insertOrganisation(tx, organisationId, description, now);
      await insertMembership(tx, organisationId, actor.id, "owner", now);
      await audit(tx, ctx, { organisationId, action: "organisation.set-up", subject: `organisation/${organisationId}` });
    });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    if (await roleOf(ctx.db.read, organisationId, actor.id) === null) throw new Problem("stale");
  }
  return organisationId;
}
async function describeOrganisation(ctx, organisationId, basedOn, description) {
  return ctx.db.write(async (tx) => {
    await mustAllow(tx, ctx.actor, organisationId, "describe-organisation");
    const before = await organisationById(tx, organisationId);
    if (!before) throw new Problem("not-found");
    if (before.updatedAt !== basedOn) return false;
    const changed = Object.keys(description).filter(
      (field) => JSON.stringify(description[field]) !== JSON.stringify(before[field])
    );
    if (changed.length === 0) return true;
    await updateOrganisation(tx, organisationId, description, instant(ctx.clock));
    await audit(tx, ctx, {
      organisationId,
      action: "organisation.described",
      subject: `organisation/${organisationId}`,
      detail: { changed }
    });
    return true;
  });
}
async function mustAllow(tx, actor, organisationId, permission) {
  if (actor.kind === "system") return;
  const role = await roleOf(tx, organisationId, actor.id);
  if (role === null) throw new Problem("not-found");
  if (!roleMay(role, permission)) throw new Problem("not-allowed");
}

// src/accounts/organisation/record.ts
init_platform();

// src/accounts/organisation/registrations.ts
var REGISTERS = ["GB-CHC", "GB-COH", "GB-SC", "GB-NIC"];
var FORMS = {
  // Charity Commission for England and Wales: 6 or 7 digits; a linked charity adds its own number, and `-0` is the charity itself.
  "GB-CHC": (number) => /^[1-9]\d{5,6}(-[1-9]\d{0,2})?$/.test(number.replace(/-0$/, "")) ? number.replace(/-0$/, "") : null,
  // Companies House: 8 characters. Leading zeros are often left out.
  "GB-COH": (number) => {
    const [, letters = "", digits = ""] = /^([A-Z]{2})?(\d+)$/.exec(number) ?? [];
    const width = letters ? 6 : 8;
    return digits && digits.length <= width && digits.length >= width - 2 && Number(digits) > 0 ? letters + digits.padStart(width, "0") : null;
  },
  // Office of the Scottish Charity Regulator: SC and 6 digits, of which the first is a zero that is often left out or typed as an O.
  "GB-SC": (number) => {
    const [, digits = ""] = /^(?:SC)?O?(\d{5,6})$/.exec(number) ?? [];
    return digits ? `SC${digits.padStart(6, "0")}` : null;
  },
  // Charity Commission for Northern Ireland: NIC and 6 digits; the identifier has the digits alone.
  "GB-NIC": (number) => /^(?:NIC)?(\d{6})$/.exec(number)?.[1] ?? null
};
function readRegistration(register, typed) {
  const number = tidy2(register, typed);
  const printed = FORMS[register](number);
  if (printed) return { ok: true, id: `${register}-${printed}` };
  const digits = /^\d+$/.test(number) ? number.length : null;
  return { ok: false, digits, meant: meantFor(register, number) };
}
function splitRegistrations(typed) {
  return typed.split(/[,;&\n]|\band\b/i).map((part) => part.trim()).filter(Boolean);
}
function parseRegistration(id) {
  const register = REGISTERS.find((each) => id.startsWith(`${each}-`));
  return register ? { register, number: id.slice(register.length + 1) } : null;
}
function tidy2(register, typed) {
  return typed.normalize("NFKC").toUpperCase().replace(/[‐-―−]/g, "-").replace(new RegExp(`^\\s*${register}-`), "").replace(/\b(SCOTTISH|REGISTERED|REGISTRATION|REG|CHARITY|COMPANY|CIC|CIO|NUMBER|NO|NUM)\b\.?/g, "").replace(/[\s.:#/()]/g, "").replace(/^-+|-+$/g, "");
}
function meantFor(register, number) {
  const meant = /^NIC\d+$/.test(number) ? "GB-NIC" : /^SCO?\d+$/.test(number) ? "GB-SC" : /^[A-Z]{2}\d{6}$/.test(number) ? "GB-COH" : null;
  return meant === register ? null : meant;
}

// src/accounts/organisation/content.ts
var KINDS = [
  { id: "registered-charity", label: "Registered charity", hint: "Including a charitable company and a CIO" },
  { id: "cic", label: "Community interest company (CIC)" },
  { id: "company", label: "Other company" },
  { id: "unincorporated", label: "Community group or association", hint: "Not registered as a company or a charity" },
  { id: "school", label: "School, college or university" },
  { id: "council", label: "Council or other public body" },
  { id: "other", label: "Something else" }
];
var MODELS = [
  { id: "volunteer", label: "Volunteer mentoring" },
  { id: "professional", label: "Professional mentoring", hint: "Mentors are paid staff" },
  { id: "online", label: "Online mentoring" },
  { id: "peer", label: "Peer mentoring" },
  { id: "sports", label: "Sports-based mentoring" },
  { id: "group", label: "Group mentoring" }
];
var MENTORS = [
  { id: "1-10", label: "10 or fewer" },
  { id: "11-25", label: "11 to 25" },
  { id: "26-50", label: "26 to 50" },
  { id: "51-100", label: "51 to 100" },
  { id: "101-250", label: "101 to 250" },
  { id: "251+", label: "More than 250" }
];
var YOUNG_PEOPLE = [
  { id: "1-25", label: "25 or fewer" },
  { id: "26-50", label: "26 to 50" },
  { id: "51-100", label: "51 to 100" },
  { id: "101-250", label: "101 to 250" },
  { id: "251-500", label: "251 to 500" },
  { id: "501+", label: "More than 500" }
];
var MARKS = [
  "London Youth Quality Mark",
  "National Youth Agency Quality Mark",
  "Trusted Charity Mark",
  "Investing in Volunteers",
  "Matrix Standard"
].map((name2) => ({ id: name2, label: name2 }));
var BOROUGHS = [
  "City of London",
  "Barking and Dagenham",
  "Barnet",
  "Bexley",
  "Brent",
  "Bromley",
  "Camden",
  "Croydon",
  "Ealing",
  "Enfield",
  "Greenwich",
  "Hackney",
  "Hammersmith and Fulham",
  "Haringey",
  "Harrow",
  "Havering",
  "Hillingdon",
  "Hounslow",
  "Islington",
  "Kensington and Chelsea",
  "Kingston upon Thames",
  "Lambeth",
  "Lewisham",
  "Merton",
  "Newham",
  "Redbridge",
  "Richmond upon Thames",
  "Southwark",
  "Sutton",
  "Tower Hamlets",
  "Waltham Forest",
  "Wandsworth",
  "Westminster"
];
var AREAS = [
  { id: "E12000007", label: "All of London" },
  ...BOROUGHS.map((label2, index) => ({ id: `E09${String(index + 1).padStart(6, "0")}`, label: label2 }))
];
function labelOf(options2, value) {
  return options2.find((option) => option.id === value)?.label ?? value;
}
var REGISTER_WORDS = {
  "GB-CHC": {
    label: "Charity number, England and Wales",
    printed: (number) => `Charity number ${number} (England and Wales)`,
    looksLike: "Charity numbers in England and Wales are 6 or 7 digits",
    example: "1123456"
  },
  "GB-COH": {
    label: "Company number, including CICs",
    printed: (number) => `Company number ${number}`,
    looksLike: "Company numbers are 8 digits, or 2 letters and 6 digits",
    example: "01234567"
  },
  "GB-SC": {
    label: "Charity number, Scotland",
    printed: (number) => `Charity number ${number} (Scotland)`,
    looksLike: "Scottish charity numbers are SC and 6 digits",
    example: "SC012345"
  },
  "GB-NIC": {
    label: "Charity number, Northern Ireland",
    printed: (number) => `Charity number NIC${number} (Northern Ireland)`,
    looksLike: "Northern Ireland charity numbers are NIC and 6 digits",
    example: "NIC100123"
  }
};
function registrationWords(register, typed, read) {
  const { looksLike, example } = REGISTER_WORDS[register];
  const quoted2 = `\u201C${typed.length > 30 ? `${typed.slice(0, 30)}\u2026` : typed}\u201D`;
  if (read.meant) return `${quoted2} looks like a number for \u201C${REGISTER_WORDS[read.meant].label}\u201D. Move it there, or check it`;
  const wrong2 = read.digits === null ? `${quoted2} is not in the form we expect` : `${quoted2} has ${read.digits} ${read.digits === 1 ? "digit" : "digits"}`;
  return `${wrong2}. ${looksLike}, like ${example}`;
}
function printedRegistration(id) {
  const parsed = parseRegistration(id);
  return parsed ? REGISTER_WORDS[parsed.register].printed(parsed.number) : id;
}

// src/accounts/organisation/rules.ts
function recordOf(description) {
  const { name: name2, kind, registrations, areas, models, mentorsPerYear, youngPeoplePerYear } = description;
  return {
    name: name2,
    kind: kind && labelOf(KINDS, kind),
    registrations,
    areas: areas.map((area) => labelOf(AREAS, area)),
    models: models.map((model4) => labelOf(MODELS, model4)),
    mentorsPerYear: mentorsPerYear && labelOf(MENTORS, mentorsPerYear),
    youngPeoplePerYear: youngPeoplePerYear && labelOf(YOUNG_PEOPLE, youngPeoplePerYear)
  };
}
function isBare(description) {
  const { kind, registrations, areas, models, mentorsPerYear, youngPeoplePerYear, marks } = description;
  return [kind, mentorsPerYear, youngPeoplePerYear].every((each) => each === null) && [registrations, areas, models, marks].every((list3) => list3.length === 0);
}

// src/accounts/organisation/record.ts
async function organisationRecord(db, organisationId) {
  return recordOf(found(await organisationById(db, organisationId)));
}

// src/accounts/paths.ts
init_platform();
var paths = {
  start: path("/"),
  signUp: path("/sign-up"),
  signIn: path("/sign-in"),
  signOut: path("/sign-out"),
  forgotten: path("/forgotten-passphrase"),
  reset: path("/new-passphrase"),
  account: path("/account"),
  accountName: path("/account/name"),
  accountPassphrase: path("/account/passphrase"),
  accountSessions: path("/account/sessions"),
  outbox: path("/outbox"),
  newOrganisation: path("/organisations/new"),
  organisation: path("/organisations/:organisation"),
  describe: path("/organisations/:organisation/description")
};

// src/accounts/index.ts
init_policy();

// src/accounts/routes.ts
init_platform();

// src/accounts/account/routes.ts
init_platform();

// src/accounts/cookies.ts
import { getCookie as getCookie3, setCookie as setCookie3 } from "hono/cookie";
var COOKIE = "mm-email";
function rememberEmail(c, email, secure) {
  setCookie3(c, COOKIE, Buffer.from(email).toString("base64url"), { ...attributes2(secure), maxAge: 600 });
}
function rememberedEmail(c) {
  return Buffer.from(getCookie3(c, COOKIE) ?? "", "base64url").toString().slice(0, 254);
}
function forgetEmail(c, secure) {
  setCookie3(c, COOKIE, "", { ...attributes2(secure), maxAge: 0 });
}
var attributes2 = (secure) => ({ httpOnly: true, sameSite: "Lax", secure, path: "/" });

// src/accounts/house.ts
init_platform();

// src/accounts/content.ts
init_passphrase();

// src/accounts/throttle.ts
init_platform();
import { createHash as createHash2 } from "node:crypto";
var MINUTE = 60;
var HOUR = 60 * MINUTE;
var LIMITS = {
  /** Passphrases tried for one e-mail address, from one network address. Cleared by getting it right. */
  signIn: { name: "sign-in", tries: 10, seconds: 15 * MINUTE },
  /** Wrong tries from one network address, whatever the e-mail address: one guess each at many accounts. */
  signInFromAddress: { name: "sign-in-from", tries: 100, seconds: 15 * MINUTE },
  signUpFromAddress: { name: "sign-up-from", tries: 60, seconds: HOUR },
  forgottenFromAddress: { name: "forgotten-from", tries: 30, seconds: HOUR },
  /** Messages that someone who has not signed in can cause to be sent to one e-mail address. */
  mailTo: { name: "mail-to", tries: 5, seconds: HOUR },
  /** A signed-in person giving their own passphrase again. */
  confirm: { name: "confirm", tries: 10, seconds: 15 * MINUTE },
  organisations: { name: "organisations", tries: 20, seconds: 24 * HOUR }
};
var SWEEP_SECONDS = MINUTE;
function createThrottle({ db, clock }) {
  let sweptAt = 0;
  async function count2(limit, who) {
    await sweep();
    const key = keyOf(limit, who);
    const now = instant(clock);
    return db.housekeep(async (tx) => {
      const row = await tx.selectFrom("throttle").selectAll().where("key", "=", key).executeTakeFirst();
      if (!row || row.resets_at <= now) {
        const resets_at = new Date(clock.now().getTime() + limit.seconds * 1e3).toISOString();
        await tx.insertInto("throttle").values({ key, count: 1, resets_at }).onConflict((conflict) => conflict.column("key").doUpdateSet({ count: 1, resets_at })).execute();
        return 0;
      }
      if (row.count >= limit.tries) return Math.ceil((Date.parse(row.resets_at) - Date.parse(now)) / 1e3);
      await tx.updateTable("throttle").set({ count: row.count + 1 }).where("key", "=", key).execute();
      return 0;
    });
  }
  async function sweep() {
    const now = clock.now().getTime();
    if (now - sweptAt < SWEEP_SECONDS * 1e3) return;
    sweptAt = now;
    await db.housekeep((tx) => tx.deleteFrom("throttle").where("resets_at", "<=", instant(clock)).execute());
  }
  return {
    async attempt(limit, ...who) {
      const wait = await count2(limit, who);
      if (wait > 0) throw new Problem("too-many", { retryAfter: wait });
    },
    allows: async (limit, ...who) => await count2(limit, who) === 0,
    async giveBack(limit, ...who) {
      await db.housekeep(
        (tx) => tx.updateTable("throttle").set((eb) => ({ count: eb("count", "-", 1) })).where("key", "=", keyOf(limit, who)).where("count", ">", 0).execute()
      );
    },
    async clear(limit, ...who) {
      await db.housekeep((tx) => tx.deleteFrom("throttle").where("key", "=", keyOf(limit, who)).execute());
    }
  };
}
function keyOf(limit, who) {
  const digest = createHash2("sha256").update(JSON.stringify(who)).digest("base64url");
  return `${limit.name}:${digest}`;
}
function networkOf(address) {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address);
  if (mapped?.[1]) return mapped[1];
  if (!address.includes(":")) return address;
  const [head = "", tail = ""] = address.toLowerCase().replace(/%.*$/, "").split("::");
  const before = head.split(":").filter(Boolean);
  const after = tail.split(":").filter(Boolean);
  const groups = [...before, ...Array(Math.max(0, 8 - before.length - after.length)).fill("0"), ...after];
  return `${groups.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, "")).join(":")}::/64`;
}
function waitInWords(seconds) {
  const minutes = Math.max(1, Math.ceil(seconds / MINUTE));
  if (minutes < 90) return minutes === 1 ? "1 minute" : `${minutes} minutes`;
  return `${Math.ceil(minutes / 60)} hours`;
}

// src/accounts/content.ts
var ROLE_WORDS = {
  owner: { label: "Owner", may: "Can do everything, and decides who else is here" },
  lead: { label: "Lead", may: "Leads assessments and the plan" },
  contributor: { label: "Contributor", may: "Answers and adds evidence" },
  viewer: { label: "Viewer", may: "Reads, and changes nothing" }
};
var PASSPHRASE_HINT = `At least ${MIN_CHARACTERS} characters. Three or four unrelated words are easy to remember and hard to guess. You can use spaces, symbols and any language.`;
var GUESSABLE = {
  common: "This passphrase is one of the first that people try.",
  personal: "This passphrase is mostly your name, your e-mail address or what this site is called.",
  repeated: "This passphrase repeats itself, which makes it easy to guess.",
  keyboard: "This passphrase follows the keyboard or the alphabet, which makes it easy to guess.",
  dates: "This passphrase is mostly a date, which makes it easy to guess.",
  words: "This passphrase could be guessed."
};
function weaknessWords(weakness) {
  switch (weakness.because) {
    case "empty":
      return "Choose a passphrase";
    case "short":
      return `Make your passphrase at least ${MIN_CHARACTERS} characters: it has ${weakness.characters}. Another word or two would do it`;
    case "long":
      return `Make your passphrase ${MAX_CHARACTERS} characters or fewer`;
    case "guessable":
      return `${GUESSABLE[weakness.hint]} Add another word or two that have nothing to do with it`;
  }
}
function tooManyWords(retryAfter) {
  return `That has been tried too many times. To keep everyone safe, wait ${waitInWords(retryAfter ?? 60)} and try again`;
}

// src/accounts/mails.ts
function welcomeMail(email, baseUrl) {
  return {
    to: email,
    subject: "Welcome to Mentormark",
    text: letter(
      "Hello,",
      "This e-mail address now has an account on Mentormark. Sign in with it whenever you like:",
      `${baseUrl}${paths.signIn.to()}`,
      "If it was not you who signed up, choose a new passphrase and the account is yours alone:",
      `${baseUrl}${paths.forgotten.to()}`
    )
  };
}
function alreadyHereMail(person, baseUrl) {
  return {
    to: person.email,
    subject: "You already have a Mentormark account",
    text: letter(
      `Hello ${person.name},`,
      "Someone, perhaps you, has just tried to sign up to Mentormark with this e-mail address. You already have an account, so nothing was changed. Sign in with the passphrase you chose before:",
      `${baseUrl}${paths.signIn.to()}`,
      "If you have forgotten it, choose a new one:",
      `${baseUrl}${paths.forgotten.to()}`,
      "If it was not you, there is nothing to do."
    )
  };
}
function resetMail(person, baseUrl, token) {
  return {
    to: person.email,
    subject: "Choose a new passphrase for Mentormark",
    text: letter(
      `Hello ${person.name},`,
      "To choose a new passphrase, open this link. It works once, within the next hour:",
      `${baseUrl}${paths.reset.to({}, { token })}`,
      "If you did not ask for this, there is nothing to do: your passphrase stays as it is."
    )
  };
}
function passphraseChangedMail(person, baseUrl) {
  return {
    to: person.email,
    subject: "Your Mentormark passphrase was changed",
    text: letter(
      `Hello ${person.name},`,
      "The passphrase of your Mentormark account has just been changed, and everywhere else you were signed in has been signed out.",
      "If it was not you, choose a new one straight away:",
      `${baseUrl}${paths.forgotten.to()}`
    )
  };
}
function letter(...paragraphs) {
  return `${[...paragraphs, "Mentormark"].join("\n\n")}
`;
}

// src/accounts/house.ts
function openHouse(options2) {
  let auth = null;
  return {
    ...options2,
    throttle: createThrottle(options2),
    auth() {
      auth ??= loadAuth(options2);
      return auth;
    },
    outboxOpen: async () => options2.loopback && await options2.mail.outbox() !== null
  };
}
async function loadAuth(options2) {
  const { createAuth: createAuth2 } = await Promise.resolve().then(() => (init_auth(), auth_exports));
  const { db, mail, baseUrl } = options2;
  const ctx = asSystem(options2, "forgotten-passphrase");
  return createAuth2(options2, {
    secret: options2.secret,
    secure: options2.secure,
    async sendReset(person, token) {
      await db.write(async (tx) => {
        await mail.queue(tx, resetMail(person, baseUrl, token));
        await audit(tx, ctx, lineAbout(person, "passphrase.link-sent"));
      });
      void mail.deliver();
    },
    async afterReset(person) {
      await db.write(async (tx) => {
        await mail.queue(tx, passphraseChangedMail(person, baseUrl));
        await audit(tx, ctx, lineAbout(person, "passphrase.reset"));
      });
      void mail.deliver();
    }
  });
}
async function wordsIfTooMany(c, attempt) {
  try {
    await attempt;
    return null;
  } catch (error) {
    if (!(error instanceof Problem && error.kind === "too-many")) throw error;
    c.header("retry-after", String(error.retryAfter));
    return tooManyWords(error.retryAfter);
  }
}
function lineAbout(person, action, detail = {}) {
  return { organisationId: NO_ORGANISATION, action, subject: `person/${person.id}`, detail };
}

// src/accounts/account/routes.ts
init_session();

// src/accounts/sign-in/actions.ts
init_platform();
init_passphrase();
async function signIn(house, attempt) {
  const password = normalisePassphrase(attempt.passphrase);
  if (password === null) return null;
  const auth = await house.auth();
  const response = await auth.api.signInEmail({
    body: { email: attempt.email, password },
    headers: new Headers({ "x-forwarded-for": attempt.address, "user-agent": attempt.userAgent.slice(0, 300) }),
    asResponse: true
  });
  if (response.status !== 200) {
    if (response.status >= 500) throw new Error("the sign-in library failed", { cause: await response.text() });
    house.log.info("sign-in refused");
    return null;
  }
  const { user } = await response.json();
  const person = { id: user.id, name: user.name, email: user.email };
  await house.db.write(async (tx) => {
    if (attempt.formerToken) await endSession(tx, attempt.formerToken);
    await tidySessions(tx, person.id, instant(house.clock));
    await audit(tx, { actor: { kind: "person", ...person }, clock: house.clock }, lineAbout(person, "person.signed-in"));
  });
  return { person, cookies: response.headers.getSetCookie() };
}
async function signOut(house, token, person) {
  await house.db.write(async (tx) => {
    await endSession(tx, token);
    await audit(tx, { actor: { kind: "person", ...person }, clock: house.clock }, lineAbout(person, "person.signed-out"));
  });
}

// src/accounts/account/actions.ts
init_platform();

// src/accounts/hashing.ts
init_passphrase();
async function hashPassphrase(passphrase) {
  const { hashPassword } = await import("better-auth/crypto");
  return hashPassword(normalisePassphrase(passphrase) ?? "");
}
async function passphraseMatches(hash2, typed) {
  const { hashPassword, verifyPassword } = await import("better-auth/crypto");
  const passphrase = normalisePassphrase(typed);
  if (passphrase === null) return false;
  if (hash2 === null) {
    await hashPassword(passphrase);
    return false;
  }
  return verifyPassword({ hash: hash2, password: passphrase });
}

// src/accounts/account/actions.ts
async function rename2(ctx, person, name2) {
  await ctx.db.write(async (tx) => {
    await renamePerson(tx, person.id, name2, instant(ctx.clock));
    await audit(tx, ctx, lineAbout(person, "person.renamed"));
  });
}
async function isPassphraseOf(ctx, person, typed) {
  return passphraseMatches(await passphraseHash(ctx.db.read, person.id), typed);
}
async function changePassphrase(ctx, person, passphrase) {
  const hash2 = await hashPassphrase(passphrase);
  await ctx.db.write(async (tx) => {
    await setPassphraseHash(tx, person.id, hash2, instant(ctx.clock));
    await endEverySession(tx, person.id);
    await ctx.mail.queue(tx, passphraseChangedMail(person, ctx.baseUrl));
    await audit(tx, ctx, lineAbout(person, "passphrase.changed"));
  });
  void ctx.mail.deliver();
}
async function signOutOf(ctx, person, sessions) {
  await ctx.db.write(async (tx) => {
    await endSessions(tx, person.id, sessions);
    await audit(tx, ctx, lineAbout(person, "person.signed-out-elsewhere", { sessions: sessions.length }));
  });
}

// src/accounts/account/forms.ts
import { z as z3 } from "zod";

// src/accounts/forms.ts
import { z as z2 } from "zod";

// src/accounts/rules.ts
var DOORS = new Set(
  [paths.signIn, paths.signUp, paths.signOut, paths.forgotten, paths.reset].map((path2) => path2.pattern)
);
function localPath(address) {
  if (address.length > 2e3 || !address.startsWith("/") || /[\\\p{Cc}]/u.test(address)) return null;
  const here2 = "http://here.invalid";
  if (!URL.canParse(address, here2)) return null;
  const url = new URL(address, here2);
  const path2 = `${url.pathname}${url.search}${url.hash}`;
  if (url.origin !== here2 || path2.startsWith("//") || DOORS.has(url.pathname)) return null;
  return path2;
}
function normaliseEmail(typed) {
  return typed.trim().toLowerCase();
}
function normaliseName(typed) {
  return typed.normalize("NFC").replace(/[\s\p{Cc}]+/gu, " ").trim();
}
function browserName(userAgent) {
  if (!userAgent) return "A browser";
  const browser2 = [...BROWSERS].find(([, sign]) => sign.test(userAgent))?.[0] ?? "A browser";
  const system = [...SYSTEMS].find(([, sign]) => sign.test(userAgent))?.[0];
  return system ? `${browser2} on ${system}` : browser2;
}
var BROWSERS = [
  ["Edge", /\bEdgA?\/|\bEdgiOS\//],
  ["Samsung Internet", /\bSamsungBrowser\//],
  ["Opera", /\bOPR\//],
  ["Firefox", /\bFirefox\/|\bFxiOS\//],
  ["Chrome", /Chrome\/|\bCriOS\//],
  ["Safari", /\bSafari\//]
];
var SYSTEMS = [
  ["an iPhone", /\biPhone\b/],
  ["an iPad", /\biPad\b/],
  ["Android", /\bAndroid\b/],
  ["a Chromebook", /\bCrOS\b/],
  ["Windows", /\bWindows\b/],
  ["a Mac", /\bMacintosh\b/],
  ["Linux", /\bLinux\b/]
];

// src/accounts/forms.ts
var HAS_LETTERS = /[\p{L}\p{N}]/u;
var personName = z2.string().transform(normaliseName).pipe(z2.string().regex(HAS_LETTERS, "Enter your name").max(100, "Make your name 100 characters or fewer"));
var emailAddress = z2.string().transform(normaliseEmail).pipe(
  z2.string().min(1, "Enter your e-mail address").max(254, "Make your e-mail address 254 characters or fewer").check(z2.email("Enter an e-mail address like name@example.org"))
);
function readFields(form2, schema) {
  const names2 = Object.keys(schema.shape);
  const parsed = schema.safeParse(Object.fromEntries(names2.map((name2) => [name2, form2.get(name2)])));
  if (parsed.success) return { ok: true, value: parsed.data };
  const errors = {};
  for (const name2 of names2) {
    const message = parsed.error.issues.find((issue) => issue.path[0] === name2)?.message;
    if (message) errors[name2] = message;
  }
  return { ok: false, errors };
}

// src/accounts/account/forms.ts
init_passphrase();
var name = z3.object({ name: personName });
function readName(form2) {
  return readFields(form2, name);
}
async function readPassphraseChange(form2, person) {
  const passphraseNow = form2.get("passphraseNow");
  const passphrase = form2.get("passphrase");
  const errors = {};
  if (passphraseNow === "") errors.passphraseNow = "Enter the passphrase you use now";
  const weakness = await weaknessOf(passphrase, [person.name, person.email]);
  if (weakness) errors.passphrase = weaknessWords(weakness);
  else if (passphrase === passphraseNow) errors.passphrase = "Choose one that is different from the passphrase you use now";
  return Object.keys(errors).length === 0 ? { ok: true, value: { passphraseNow, passphrase } } : { ok: false, errors };
}
function readSessionsToEnd(form2) {
  const sessions = form2.all("sessions").slice(0, 1e3);
  const passphraseCheck = form2.get("passphraseCheck");
  const errors = {};
  if (sessions.length === 0) errors.sessions = "Tick each place you want to sign out of";
  if (passphraseCheck === "") errors.passphraseCheck = "Enter your passphrase, so that we know it is you";
  return Object.keys(errors).length === 0 ? { ok: true, value: { sessions, passphraseCheck } } : { ok: false, errors };
}

// src/accounts/account/pages.tsx
init_ui();

// src/accounts/components.tsx
init_ui();
init_jsx_runtime();
function FormErrors({ errors }) {
  const entries2 = Object.entries(errors);
  if (entries2.length === 0) return null;
  return /* @__PURE__ */ jsx(ErrorSummary, { errors: entries2.map(([field, text2]) => ({ text: text2, href: `#${field}` })) });
}
function hasErrors(errors) {
  return Object.keys(errors).length > 0;
}

// src/accounts/account/pages.tsx
init_jsx_runtime();
function accountPage(model4) {
  return {
    title: "Your account",
    error: hasErrors(model4.errors),
    body: /* @__PURE__ */ jsx(TwoThirds, { children: [
      /* @__PURE__ */ jsx(FormErrors, { errors: model4.errors }),
      /* @__PURE__ */ jsx(PageHeading, { children: "Your account" }),
      /* @__PURE__ */ jsx(Organisations, { memberships: model4.memberships }),
      /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", children: "Your name" }),
      /* @__PURE__ */ jsx(Form, { action: paths.accountName.to(), children: [
        /* @__PURE__ */ jsx(
          Input,
          {
            name: "name",
            label: "As colleagues see it",
            value: model4.name,
            autocomplete: "name",
            spellcheck: false,
            error: model4.errors.name
          }
        ),
        /* @__PURE__ */ jsx(Button, { kind: "secondary", children: "Save name" })
      ] }),
      /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", children: "Passphrase" }),
      /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
        "You sign in with ",
        /* @__PURE__ */ jsx("strong", { children: model4.email }),
        ". When you change your passphrase, you are signed out everywhere else."
      ] }),
      /* @__PURE__ */ jsx(Form, { action: paths.accountPassphrase.to(), children: [
        /* @__PURE__ */ jsx("input", { type: "hidden", name: "username", autocomplete: "username", value: model4.email }),
        /* @__PURE__ */ jsx(PasswordInput, { name: "passphraseNow", label: "Passphrase you use now", error: model4.errors.passphraseNow }),
        /* @__PURE__ */ jsx(
          PasswordInput,
          {
            name: "passphrase",
            label: "New passphrase",
            hint: PASSPHRASE_HINT,
            autocomplete: "new-password",
            error: model4.errors.passphrase
          }
        ),
        /* @__PURE__ */ jsx(Button, { kind: "secondary", preventDoubleClick: true, children: "Change passphrase" })
      ] }),
      /* @__PURE__ */ jsx(Sessions, { model: model4 })
    ] })
  };
}
function Organisations({ memberships }) {
  return /* @__PURE__ */ jsx(Fragment, { children: [
    /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", children: "Your organisations" }),
    memberships.length > 0 && /* @__PURE__ */ jsx(
      SummaryList,
      {
        rows: memberships.map(({ organisation, role }) => ({
          key: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths.organisation.to({ organisation: organisation.id }), children: organisation.name }),
          value: `${ROLE_WORDS[role].label}: ${ROLE_WORDS[role].may.toLowerCase()}`
        }))
      }
    ),
    /* @__PURE__ */ jsx("p", { class: "govuk-body", children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths.newOrganisation.to(), children: [
      "Set up ",
      memberships.length > 0 ? "another" : "an",
      " organisation"
    ] }) })
  ] });
}
function Sessions({ model: model4 }) {
  return /* @__PURE__ */ jsx(Fragment, { children: [
    /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", children: "Where you are signed in" }),
    /* @__PURE__ */ jsx(Form, { action: paths.accountSessions.to(), children: [
      /* @__PURE__ */ jsx(
        Checkboxes,
        {
          name: "sessions",
          legend: "Sign out of these places",
          hint: "If there is one you don\u2019t know, sign out of it and change your passphrase.",
          values: model4.tickedSessions,
          error: model4.errors.sessions,
          items: model4.sessions.map((session) => ({
            value: session.id,
            text: browserName(session.userAgent),
            hint: `Signed in on ${formatDate(session.signedInAt.toISOString())}${session.id === model4.thisSession ? ". This is where you are now" : ""}`
          }))
        }
      ),
      /* @__PURE__ */ jsx(PasswordInput, { name: "passphraseCheck", label: "Your passphrase, to show it is you", error: model4.errors.passphraseCheck }),
      /* @__PURE__ */ jsx(Button, { kind: "secondary", children: "Sign out of the ticked places" })
    ] })
  ] });
}

// src/accounts/account/routes.ts
var WRONG = "This is not your passphrase. Check it and try again";
function addAccount(routes, house) {
  async function show(visit2, c, given = {}, status = 200) {
    const thisSession = await currentSession(c);
    const sessions = await sessionsOf(visit2.db.read, visit2.person.id, instant(visit2.clock));
    const others = sessions.map((session) => session.id).filter((id) => id !== thisSession);
    return visit2.show(
      accountPage({
        name: given.name ?? visit2.person.name,
        email: visit2.person.email,
        memberships: await membershipsOf(visit2.db.read, visit2.person.id),
        sessions,
        thisSession,
        tickedSessions: given.ticked ?? others,
        errors: given.errors ?? {}
      }),
      status
    );
  }
  async function currentSession(c) {
    const token = sessionToken(c, house.secret, house.secure);
    return token && (await sessionOf(house.db.read, house.clock, token))?.id || "";
  }
  routes.get(paths.account.pattern, signedIn, (visit2, c) => show(visit2, c));
  for (const path2 of [paths.accountName, paths.accountPassphrase, paths.accountSessions])
    routes.get(path2.pattern, signedIn, (visit2) => visit2.go(paths.account.to()));
  routes.post(paths.accountName.pattern, signedIn, async (visit2, form2, c) => {
    const read = readName(form2);
    if (!read.ok) return show(visit2, c, { errors: read.errors, name: form2.get("name").slice(0, 200) }, 422);
    await rename2(visit2, visit2.person, read.value.name);
    return visit2.go(paths.account.to(), "Your name is saved.");
  });
  routes.post(paths.accountPassphrase.pattern, signedIn, async (visit2, form2, c) => {
    const read = await readPassphraseChange(form2, visit2.person);
    if (!read.ok) return show(visit2, c, { errors: read.errors }, 422);
    const wait = await wordsIfTooMany(c, house.throttle.attempt(LIMITS.confirm, visit2.person.id));
    if (wait) return show(visit2, c, { errors: { passphraseNow: wait } }, 429);
    if (!await isPassphraseOf(visit2, visit2.person, read.value.passphraseNow))
      return show(visit2, c, { errors: { passphraseNow: WRONG } }, 422);
    await house.throttle.clear(LIMITS.confirm, visit2.person.id);
    await changePassphrase(visit2, visit2.person, read.value.passphrase);
    const again = await signIn(house, {
      email: visit2.person.email,
      passphrase: read.value.passphrase,
      formerToken: null,
      address: visit2.address,
      userAgent: c.req.header("user-agent") ?? ""
    });
    for (const cookie2 of again?.cookies ?? []) c.header("set-cookie", cookie2, { append: true });
    return visit2.go(paths.account.to(), "Your passphrase is changed, and you are signed out everywhere else.");
  });
  routes.post(paths.accountSessions.pattern, signedIn, async (visit2, form2, c) => {
    const read = readSessionsToEnd(form2);
    const ticked = form2.all("sessions");
    if (!read.ok) return show(visit2, c, { errors: read.errors, ticked }, 422);
    const wait = await wordsIfTooMany(c, house.throttle.attempt(LIMITS.confirm, visit2.person.id));
    if (wait) return show(visit2, c, { errors: { passphraseCheck: wait }, ticked }, 429);
    if (!await isPassphraseOf(visit2, visit2.person, read.value.passphraseCheck))
      return show(visit2, c, { errors: { passphraseCheck: WRONG }, ticked }, 422);
    await house.throttle.clear(LIMITS.confirm, visit2.person.id);
    const here2 = await currentSession(c);
    await signOutOf(visit2, visit2.person, read.value.sessions);
    if (!read.value.sessions.includes(here2)) return visit2.go(paths.account.to(), "You are signed out of the places you ticked.");
    clearSessionCookie(c, house.secure);
    rememberEmail(c, visit2.person.email, house.secure);
    return visit2.go(paths.signIn.to(), "You are signed out.");
  });
}

// src/accounts/forgotten/routes.ts
import { z as z4 } from "zod";
init_passphrase();

// src/accounts/forgotten/actions.ts
init_passphrase();
function sendLink(house, email) {
  house.auth().then((auth) => auth.api.requestPasswordReset({ body: { email } })).catch((error) => house.log.error({ err: error }, "the link for a new passphrase was not sent"));
}
async function ownerOfLink(house, token) {
  if (!/^\w{10,100}$/.test(token)) return null;
  const { internalAdapter } = await (await house.auth()).$context;
  const link = await internalAdapter.findVerificationValue(`reset-password:${token}`);
  if (!link || link.expiresAt < /* @__PURE__ */ new Date()) return null;
  return await personById(house.db.read, link.value) ?? null;
}
async function chooseNewPassphrase(house, token, passphrase) {
  const auth = await house.auth();
  const response = await auth.api.resetPassword({
    body: { token, newPassword: normalisePassphrase(passphrase) ?? "" },
    asResponse: true
  });
  if (response.status >= 500) throw new Error("the sign-in library failed", { cause: await response.text() });
  return response.status === 200;
}

// src/accounts/forgotten/pages.tsx
init_ui();
init_jsx_runtime();
function forgottenPage({ email, errors }) {
  return {
    title: "Forgotten your passphrase?",
    error: hasErrors(errors),
    back: { href: paths.signIn.to(), text: "Back to sign in" },
    body: /* @__PURE__ */ jsx(TwoThirds, { children: [
      /* @__PURE__ */ jsx(FormErrors, { errors }),
      /* @__PURE__ */ jsx(PageHeading, { lead: "It happens. We\u2019ll send you a link to choose a new one.", children: "Forgotten your passphrase?" }),
      /* @__PURE__ */ jsx(Form, { action: paths.forgotten.to(), children: [
        /* @__PURE__ */ jsx(
          Input,
          {
            name: "email",
            type: "email",
            label: "E-mail address you sign in with",
            value: email,
            autocomplete: "username",
            autocapitalize: "none",
            spellcheck: false,
            error: errors.email
          }
        ),
        /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Send me a link" })
      ] })
    ] })
  };
}
function linkSentPage({ email, outbox }) {
  return {
    title: "Check your e-mail",
    body: /* @__PURE__ */ jsx(TwoThirds, { children: [
      /* @__PURE__ */ jsx(PageHeading, { children: "Check your e-mail" }),
      /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
        "If ",
        /* @__PURE__ */ jsx("strong", { children: email }),
        " has an account here, a link to choose a new passphrase is on its way. It works once, within the next hour."
      ] }),
      /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "Nothing there after a few minutes? Look in your junk mail, and check that this is the address you signed up with." }),
      outbox && /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
        "This Mentormark does not send real e-mail yet.",
        " ",
        /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths.outbox.to(), children: "Read what it would have sent" }),
        "."
      ] }),
      /* @__PURE__ */ jsx("p", { class: "govuk-body", children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths.forgotten.to(), children: "Use another address" }) })
    ] })
  };
}
function newPassphrasePage({ token, email, errors }) {
  return {
    title: "Choose a new passphrase",
    error: hasErrors(errors),
    body: /* @__PURE__ */ jsx(TwoThirds, { children: [
      /* @__PURE__ */ jsx(FormErrors, { errors }),
      /* @__PURE__ */ jsx(PageHeading, { lead: "Wherever else you are signed in, you will be signed out.", children: "Choose a new passphrase" }),
      /* @__PURE__ */ jsx(Form, { action: paths.reset.to(), children: [
        /* @__PURE__ */ jsx("input", { type: "hidden", name: "passphraseLink", value: token }),
        /* @__PURE__ */ jsx("input", { type: "hidden", name: "username", autocomplete: "username", value: email }),
        /* @__PURE__ */ jsx(
          PasswordInput,
          {
            name: "passphrase",
            label: "New passphrase",
            hint: PASSPHRASE_HINT,
            autocomplete: "new-password",
            error: errors.passphrase
          }
        ),
        /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Use this passphrase" })
      ] })
    ] })
  };
}
function linkTooOldPage() {
  return {
    title: "This link no longer works",
    body: /* @__PURE__ */ jsx(TwoThirds, { children: [
      /* @__PURE__ */ jsx(PageHeading, { lead: "Each link works once, and only for an hour.", children: "This link no longer works" }),
      /* @__PURE__ */ jsx(Button, { href: paths.forgotten.to(), children: "Send me another" })
    ] })
  };
}

// src/accounts/forgotten/routes.ts
var fields = z4.object({ email: emailAddress });
function addForgotten(routes, house) {
  routes.get(paths.forgotten.pattern, anyone, async (visit2, c) => {
    const email = rememberedEmail(c);
    if (c.req.query("sent") && email) return visit2.show(linkSentPage({ email, outbox: await house.outboxOpen() }));
    return visit2.show(forgottenPage({ email, errors: {} }));
  });
  routes.post(paths.forgotten.pattern, anyone, async (visit2, form2, c) => {
    const email = form2.get("email").slice(0, 300);
    const read = readFields(form2, fields);
    if (!read.ok) return visit2.show(forgottenPage({ email, errors: read.errors }), 422);
    const tries = house.throttle.attempt(LIMITS.forgottenFromAddress, networkOf(visit2.address)).then(() => house.throttle.attempt(LIMITS.mailTo, read.value.email));
    const wait = await wordsIfTooMany(c, tries);
    if (wait) return visit2.show(forgottenPage({ email, errors: { email: wait } }), 429);
    sendLink(house, read.value.email);
    rememberEmail(c, read.value.email, house.secure);
    return visit2.go(paths.forgotten.to({}, { sent: "yes" }));
  });
  routes.get(paths.reset.pattern, anyone, async (visit2, c) => {
    const token = c.req.query("token") ?? "";
    const owner2 = await ownerOfLink(house, token);
    return owner2 ? visit2.show(newPassphrasePage({ token, email: owner2.email, errors: {} })) : visit2.show(linkTooOldPage(), 404);
  });
  routes.post(paths.reset.pattern, anyone, async (visit2, form2, c) => {
    const token = form2.get("passphraseLink");
    const passphrase = form2.get("passphrase");
    const owner2 = await ownerOfLink(house, token);
    if (!owner2) return visit2.show(linkTooOldPage(), 404);
    const weakness = await weaknessOf(passphrase, [owner2.name, owner2.email]);
    if (weakness) {
      const errors = { passphrase: weaknessWords(weakness) };
      return visit2.show(newPassphrasePage({ token, email: owner2.email, errors }), 422);
    }
    if (!await chooseNewPassphrase(house, token, passphrase)) return visit2.show(linkTooOldPage(), 404);
    rememberEmail(c, owner2.email, house.secure);
    return visit2.go(paths.signIn.to(), "Your new passphrase is in place. Sign in with it.");
  });
}

// src/accounts/organisation/routes.ts
init_platform();

// src/accounts/organisation/forms.ts
var OTHER = "other";
var NAME = 200;
var WORDS2 = 200;
var MARK = 100;
var MARKS_WRITTEN = 10;
var NUMBERS = 5;
var SHOWN = 2e3;
function inputOf(description) {
  const known3 = (options2, values = []) => values.filter((value) => options2.some((option) => option.id === value));
  const written = (options2, values = []) => values.filter((value) => !options2.some((option) => option.id === value));
  const otherModel = written(MODELS, description?.models).join(", ");
  return {
    name: description?.name ?? "",
    kind: description?.kind ?? "",
    numbers: numbersOf(description?.registrations ?? []),
    areas: known3(AREAS, description?.areas),
    otherAreas: written(AREAS, description?.areas).join(", "),
    models: [...known3(MODELS, description?.models), ...otherModel ? [OTHER] : []],
    otherModel,
    mentorsPerYear: description?.mentorsPerYear ?? "",
    youngPeoplePerYear: description?.youngPeoplePerYear ?? "",
    marks: known3(MARKS, description?.marks),
    otherMarks: written(MARKS, description?.marks).join("\n")
  };
}
function inputFrom(form2) {
  const text2 = (name2) => form2.get(name2).slice(0, SHOWN);
  const ticked = (name2) => form2.all(name2).slice(0, 100);
  return {
    name: text2("name"),
    kind: text2("kind"),
    numbers: Object.fromEntries(REGISTERS.map((register) => [register, text2(register)])),
    areas: ticked("areas"),
    otherAreas: text2("otherAreas"),
    models: ticked("models"),
    otherModel: text2("otherModel"),
    mentorsPerYear: text2("mentorsPerYear"),
    youngPeoplePerYear: text2("youngPeoplePerYear"),
    marks: ticked("marks"),
    otherMarks: text2("otherMarks")
  };
}
function readDescription(input) {
  const errors = {};
  const name2 = normaliseName(input.name);
  if (!HAS_LETTERS.test(name2)) errors.name = "Enter the name of your organisation";
  else if (name2.length > NAME) errors.name = `Make the name ${NAME} characters or fewer`;
  const registrations = REGISTERS.flatMap((register) => readNumbers(register, input.numbers[register], errors));
  const otherAreas = ownWords(input.otherAreas, WORDS2, "otherAreas", errors);
  const otherModel = input.models.includes(OTHER) ? ownWords(input.otherModel, WORDS2, "otherModel", errors) : [];
  if (input.models.includes(OTHER) && otherModel.length === 0)
    errors.otherModel ??= "Say what kind of mentoring it is, or untick \u201CSomething else\u201D";
  const otherMarks = readMarks(input.otherMarks, errors);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    value: {
      name: name2,
      kind: chosen(KINDS, input.kind),
      registrations: unique(registrations),
      areas: unique([...known(AREAS, input.areas), ...otherAreas]),
      models: unique([...known(MODELS, input.models), ...otherModel]),
      mentorsPerYear: chosen(MENTORS, input.mentorsPerYear),
      youngPeoplePerYear: chosen(YOUNG_PEOPLE, input.youngPeoplePerYear),
      marks: unique([...known(MARKS, input.marks), ...otherMarks])
    }
  };
}
function readNumbers(register, typed, errors) {
  const parts = splitRegistrations(typed);
  if (parts.length > NUMBERS) errors[register] = `Enter up to ${NUMBERS} numbers, with a comma between them`;
  return parts.slice(0, NUMBERS).flatMap((part) => {
    const read = readRegistration(register, part);
    if (read.ok) return [read.id];
    errors[register] ??= registrationWords(register, part, read);
    return [];
  });
}
function readMarks(typed, errors) {
  const marks = typed.split("\n").map(normaliseName).filter(Boolean);
  if (marks.length > MARKS_WRITTEN) errors.otherMarks = `Enter up to ${MARKS_WRITTEN} other marks, each on a line of its own`;
  else if (marks.some((mark) => mark.length > MARK)) errors.otherMarks = `Make each mark\u2019s name ${MARK} characters or fewer`;
  return marks;
}
function ownWords(typed, limit, field, errors) {
  const words3 = normaliseName(typed);
  if (words3.length > limit) errors[field] = `Use ${limit} characters or fewer`;
  return words3 === "" ? [] : [words3];
}
function known(options2, values) {
  return options2.map((option) => option.id).filter((id) => values.includes(id));
}
function chosen(options2, value) {
  return known(options2, [value])[0] ?? null;
}
function unique(values) {
  return [...new Set(values)];
}
function numbersOf(registrations) {
  const numbers = Object.fromEntries(REGISTERS.map((register) => [register, []]));
  for (const id of registrations) {
    const parsed = parseRegistration(id);
    if (parsed) numbers[parsed.register].push(parsed.number);
  }
  return Object.fromEntries(REGISTERS.map((register) => [register, numbers[register].join(", ")]));
}

// src/accounts/organisation/pages.tsx
init_ui();
init_policy();

// src/accounts/organisation/fields.tsx
init_ui();
init_jsx_runtime();
function NameField({ input, errors }) {
  return /* @__PURE__ */ jsx(
    Input,
    {
      name: "name",
      label: "Name of your organisation",
      labelSize: "m",
      value: input.name,
      autocomplete: "organization",
      spellcheck: false,
      error: errors.name
    }
  );
}
function DescriptionFields({ input, errors }) {
  return /* @__PURE__ */ jsx(Fragment, { children: [
    /* @__PURE__ */ jsx(
      Radios,
      {
        name: "kind",
        legend: "What kind of organisation is it?",
        legendSize: "m",
        small: true,
        value: input.kind,
        items: KINDS.map(choice)
      }
    ),
    /* @__PURE__ */ jsx(Fieldset, { legend: "Registration numbers", legendSize: "m", children: [
      /* @__PURE__ */ jsx("p", { class: "govuk-hint", children: "Fill in the ones you have. If there is more than one of a kind, put a comma between them." }),
      REGISTERS.map((register) => /* @__PURE__ */ jsx(
        Input,
        {
          name: register,
          label: REGISTER_WORDS[register].label,
          hint: `For example, ${REGISTER_WORDS[register].example}`,
          width: 20,
          value: input.numbers[register],
          autocomplete: "off",
          spellcheck: false,
          error: errors[register]
        }
      ))
    ] }),
    /* @__PURE__ */ jsx(
      Checkboxes,
      {
        name: "models",
        legend: "How do you mentor?",
        legendSize: "m",
        hint: "Tick all that you do.",
        small: true,
        values: input.models,
        items: [
          ...MODELS.map(choice),
          {
            value: OTHER,
            text: "Something else",
            conditional: /* @__PURE__ */ jsx(Input, { name: "otherModel", label: "What kind of mentoring is it?", value: input.otherModel, error: errors.otherModel })
          }
        ]
      }
    ),
    /* @__PURE__ */ jsx(
      Checkboxes,
      {
        name: "areas",
        legend: "Where do you work?",
        legendSize: "m",
        small: true,
        class: "app-choice-columns",
        values: input.areas,
        items: AREAS.map(choice)
      }
    ),
    /* @__PURE__ */ jsx(
      Input,
      {
        name: "otherAreas",
        label: "Other areas, outside London or smaller than a borough",
        value: input.otherAreas,
        error: errors.otherAreas
      }
    ),
    /* @__PURE__ */ jsx(
      Select,
      {
        name: "mentorsPerYear",
        label: "Roughly how many mentors do you have in a year?",
        labelSize: "m",
        value: input.mentorsPerYear,
        items: bands(MENTORS)
      }
    ),
    /* @__PURE__ */ jsx(
      Select,
      {
        name: "youngPeoplePerYear",
        label: "Roughly how many young people do you mentor in a year?",
        labelSize: "m",
        value: input.youngPeoplePerYear,
        items: bands(YOUNG_PEOPLE)
      }
    ),
    /* @__PURE__ */ jsx(
      Checkboxes,
      {
        name: "marks",
        legend: "Which quality marks do you hold now?",
        legendSize: "m",
        hint: "Some marks mean that you can skip parts of the framework.",
        small: true,
        values: input.marks,
        items: MARKS.map(choice)
      }
    ),
    /* @__PURE__ */ jsx(
      Textarea,
      {
        name: "otherMarks",
        label: "Other quality marks",
        hint: "Each on a line of its own.",
        rows: 3,
        value: input.otherMarks,
        error: errors.otherMarks
      }
    )
  ] });
}
function MoreFields({ input, errors }) {
  const open4 = JSON.stringify({ ...input, name: "" }) !== JSON.stringify(inputOf(null));
  return /* @__PURE__ */ jsx(Details, { summary: "Say more about your organisation now", open: open4, children: /* @__PURE__ */ jsx(DescriptionFields, { input, errors }) });
}
function choice({ id, label: label2, hint }) {
  return { value: id, text: label2, hint };
}
function bands(options2) {
  return [{ value: "", text: "Not sure, or rather not say" }, ...options2.map(({ id, label: label2 }) => ({ value: id, text: label2 }))];
}

// src/accounts/organisation/pages.tsx
init_jsx_runtime();
function newOrganisationPage({ id, tooMany, input, errors }) {
  const shown = tooMany ? { ...errors, name: tooMany } : errors;
  return {
    title: "Set up your organisation",
    error: hasErrors(shown),
    body: /* @__PURE__ */ jsx(TwoThirds, { children: [
      /* @__PURE__ */ jsx(FormErrors, { errors: shown }),
      /* @__PURE__ */ jsx(PageHeading, { lead: "Its name is enough to begin. Everything else can wait, and you can change all of it later.", children: "Set up your organisation" }),
      /* @__PURE__ */ jsx(Form, { action: paths.newOrganisation.to(), children: [
        /* @__PURE__ */ jsx("input", { type: "hidden", name: "id", value: id }),
        /* @__PURE__ */ jsx(NameField, { input, errors: shown }),
        /* @__PURE__ */ jsx(MoreFields, { input, errors }),
        /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Set up" })
      ] })
    ] })
  };
}
function describePage({ organisationId, basedOn, meanwhile, input, errors }) {
  const home = paths.organisation.to({ organisation: organisationId });
  return {
    title: "Describe your organisation",
    error: hasErrors(errors) || meanwhile !== null,
    back: { href: home, text: "Back to overview" },
    body: /* @__PURE__ */ jsx(TwoThirds, { children: [
      /* @__PURE__ */ jsx(FormErrors, { errors }),
      /* @__PURE__ */ jsx(PageHeading, { lead: "It goes at the front of your reports, so that readers know who you are. Only the name has to be there.", children: "Describe your organisation" }),
      meanwhile && /* @__PURE__ */ jsx(Meanwhile, { now: meanwhile }),
      /* @__PURE__ */ jsx(Form, { action: paths.describe.to({ organisation: organisationId }), children: [
        /* @__PURE__ */ jsx("input", { type: "hidden", name: "basedOn", value: basedOn }),
        /* @__PURE__ */ jsx(NameField, { input, errors }),
        /* @__PURE__ */ jsx(DescriptionFields, { input, errors }),
        /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Save" })
      ] })
    ] })
  };
}
function Meanwhile({ now }) {
  return /* @__PURE__ */ jsx(InsetText, { children: [
    /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
      /* @__PURE__ */ jsx("strong", { children: "Somebody else changed this description while you were writing." }),
      " Nothing of yours is lost: it is in the form below, not saved yet. This is what they saved. If you save now, yours replaces it."
    ] }),
    /* @__PURE__ */ jsx(SummaryList, { rows: [{ key: "Name", value: now.name }, ...descriptionRows(now)] })
  ] });
}
function organisationHome({ organisation, role, sections }) {
  const describe2 = paths.describe.to({ organisation: organisation.id });
  const mayDescribe = roleMay(role, "describe-organisation");
  return {
    title: organisation.name,
    body: /* @__PURE__ */ jsx(Fragment, { children: [
      /* @__PURE__ */ jsx(PageHeading, { size: "xl", children: organisation.name }),
      sections,
      isBare(organisation) ? mayDescribe && /* @__PURE__ */ jsx(
        Card,
        {
          kind: "tinted",
          title: "Tell readers who you are",
          footer: /* @__PURE__ */ jsx(Button, { kind: "secondary", href: describe2, children: "Describe your organisation" }),
          children: /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "Where you work, how you mentor and how many young people you reach: it goes at the front of your reports. It takes two minutes, and it can wait." })
        }
      ) : /* @__PURE__ */ jsx(
        SummaryList,
        {
          rows: descriptionRows(organisation),
          card: {
            title: "About your organisation",
            actions: mayDescribe ? [{ text: "Change", href: describe2, hiddenText: "the description" }] : []
          }
        }
      )
    ] })
  };
}
function descriptionRows(description) {
  const { kind, registrations, areas, models, mentorsPerYear, youngPeoplePerYear, marks } = description;
  return [
    kind !== null && { key: "Kind", value: labelOf(KINDS, kind) },
    registrations.length > 0 && { key: "Registered as", value: lines(registrations.map(printedRegistration)) },
    models.length > 0 && { key: "How you mentor", value: lines(models.map((model4) => labelOf(MODELS, model4))) },
    areas.length > 0 && { key: "Where you work", value: areas.map((area) => labelOf(AREAS, area)).join(", ") },
    mentorsPerYear !== null && { key: "Mentors in a year", value: labelOf(MENTORS, mentorsPerYear) },
    youngPeoplePerYear !== null && { key: "Young people in a year", value: labelOf(YOUNG_PEOPLE, youngPeoplePerYear) },
    marks.length > 0 && { key: "Quality marks", value: lines(marks) }
  ];
}
function lines(values) {
  return values.map((value, index) => /* @__PURE__ */ jsx(Fragment, { children: [
    index > 0 && /* @__PURE__ */ jsx("br", {}),
    value
  ] }));
}
function chooseOrganisationPage(memberships) {
  return {
    title: "Choose an organisation",
    body: /* @__PURE__ */ jsx(TwoThirds, { children: [
      /* @__PURE__ */ jsx(PageHeading, { children: "Choose an organisation" }),
      /* @__PURE__ */ jsx(
        SummaryList,
        {
          rows: memberships.map(({ organisation, role }) => ({
            key: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths.organisation.to({ organisation: organisation.id }), children: organisation.name }),
            value: ROLE_WORDS[role].label
          }))
        }
      ),
      /* @__PURE__ */ jsx("p", { class: "govuk-body", children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths.newOrganisation.to(), children: "Set up another organisation" }) })
    ] })
  };
}

// src/accounts/organisation/routes.ts
function addOrganisation(routes, house) {
  routes.get(
    paths.newOrganisation.pattern,
    signedIn,
    (visit2) => visit2.show(newOrganisationPage({ id: newId(), input: inputOf(null), errors: {}, tooMany: null }))
  );
  routes.post(paths.newOrganisation.pattern, signedIn, async (visit2, form2, c) => {
    const given = { id: form2.get("id"), input: inputFrom(form2) };
    const read = readDescription(given.input);
    if (!read.ok) return visit2.show(newOrganisationPage({ ...given, errors: read.errors, tooMany: null }), 422);
    const tooMany = await wordsIfTooMany(c, house.throttle.attempt(LIMITS.organisations, visit2.person.id));
    if (tooMany) return visit2.show(newOrganisationPage({ ...given, errors: {}, tooMany }), 429);
    const organisation = await createOrganisation(visit2, given.id, read.value);
    return visit2.go(paths.organisation.to({ organisation }), `${read.value.name} is set up.`);
  });
  routes.get(paths.organisation.pattern, may("see-organisation"), async (visit2) => {
    const organisation = found(await organisationById(visit2.db.read, visit2.organisation.id));
    const sections = await house.homeSections?.(visit2) ?? null;
    return visit2.show(organisationHome({ organisation, role: visit2.role, sections }));
  });
  routes.get(paths.describe.pattern, may("describe-organisation"), async (visit2) => {
    const organisation = found(await organisationById(visit2.db.read, visit2.organisation.id));
    return visit2.show(
      describePage({
        organisationId: organisation.id,
        basedOn: organisation.updatedAt,
        meanwhile: null,
        input: inputOf(organisation),
        errors: {}
      })
    );
  });
  routes.post(paths.describe.pattern, may("describe-organisation"), async (visit2, form2) => {
    const organisationId = visit2.organisation.id;
    const given = { organisationId, basedOn: form2.get("basedOn"), meanwhile: null, input: inputFrom(form2), errors: {} };
    const read = readDescription(given.input);
    if (!read.ok) return visit2.show(describePage({ ...given, errors: read.errors }), 422);
    if (await describeOrganisation(visit2, organisationId, given.basedOn, read.value))
      return visit2.go(paths.organisation.to({ organisation: organisationId }), "The description is saved.");
    const now = found(await organisationById(visit2.db.read, organisationId));
    return visit2.show(describePage({ ...given, basedOn: now.updatedAt, meanwhile: now }), 409);
  });
}

// src/accounts/outbox/routes.ts
init_platform();

// src/accounts/outbox/pages.tsx
init_ui();
init_jsx_runtime();
function outboxPage(messages2) {
  return {
    title: "Outbox",
    body: /* @__PURE__ */ jsx(Fragment, { children: [
      /* @__PURE__ */ jsx(PageHeading, { lead: "No mail server is set up, so messages are kept on this machine. The newest is first.", children: "Outbox" }),
      messages2.length === 0 && /* @__PURE__ */ jsx(EmptyState, { title: "No messages yet", children: "Messages appear here when Mentormark has something to send." }),
      /* @__PURE__ */ jsx(Stack, { children: messages2.map((message) => /* @__PURE__ */ jsx(Card, { title: message.subject, children: [
        /* @__PURE__ */ jsx("p", { class: "govuk-hint", children: [
          "To ",
          message.to
        ] }),
        message.text.trim().split(/\n{2,}/).map((paragraph2) => /* @__PURE__ */ jsx("p", { class: "govuk-body", children: withLinks(paragraph2) }))
      ] })) })
    ] })
  };
}
function withLinks(text2) {
  return text2.split(/(https?:\/\/[^\s<>"]+)/).map(
    (part, index) => index % 2 === 1 ? /* @__PURE__ */ jsx("a", { class: "govuk-link", href: part, children: part }) : part
  );
}

// src/accounts/outbox/routes.ts
function addOutbox(routes, house) {
  routes.get(paths.outbox.pattern, anyone, async (visit2) => {
    if (!house.loopback) throw new Problem("not-found");
    return visit2.show(outboxPage(found(await house.mail.outbox())));
  });
}

// src/accounts/routes.ts
init_session();

// src/accounts/sign-in/routes.ts
init_platform();
init_session();

// src/accounts/sign-in/forms.ts
import { z as z5 } from "zod";
var fields2 = z5.object({ email: emailAddress, passphrase: z5.string().min(1, "Enter your passphrase") });
function readSignIn(form2) {
  return readFields(form2, fields2);
}

// src/accounts/sign-in/kept.ts
init_platform();
import { z as z6 } from "zod";
var KEPT_FIELD = "kept";
var BYTES = FORM_BYTES - 64 * 1024;
var kept = z6.object({
  address: z6.string().transform((address, ctx) => localPath(address) ?? ctx.addIssue("not an address on this site") ?? z6.NEVER),
  fields: z6.array(z6.tuple([z6.string(), z6.string()])).max(2e3),
  files: z6.array(z6.string()).max(20)
});
function keep(address, form2) {
  return {
    address,
    fields: form2.entries.filter(([name2]) => !isSecretField(name2)),
    files: [...form2.uploads.map((upload) => upload.name), ...form2.tooLarge]
  };
}
function writeKept(words3) {
  const text2 = JSON.stringify(words3);
  return Buffer.byteLength(text2) > BYTES ? null : text2;
}
function readKept(text2) {
  if (text2 === "") return null;
  try {
    const read = kept.safeParse(JSON.parse(text2));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

// src/accounts/sign-in/pages.tsx
init_ui();
init_jsx_runtime();
function signInPage({ email, next, kept: kept2, errors }) {
  return {
    title: kept2 ? "Sign in to carry on" : "Sign in",
    error: hasErrors(errors),
    body: /* @__PURE__ */ jsx(TwoThirds, { children: [
      /* @__PURE__ */ jsx(FormErrors, { errors }),
      kept2 ? /* @__PURE__ */ jsx(PageHeading, { lead: "You were signed out in the meantime. Nothing you wrote is lost: it waits on this page until you have signed in.", children: "Sign in to carry on" }) : /* @__PURE__ */ jsx(PageHeading, { children: "Sign in" }),
      /* @__PURE__ */ jsx(Form, { action: paths.signIn.to(), files: kept2 !== null, children: [
        next && /* @__PURE__ */ jsx("input", { type: "hidden", name: "next", value: next }),
        kept2 && /* @__PURE__ */ jsx("input", { type: "hidden", name: KEPT_FIELD, value: kept2 }),
        /* @__PURE__ */ jsx(
          Input,
          {
            name: "email",
            type: "email",
            label: "E-mail address",
            value: email,
            autocomplete: "username",
            autocapitalize: "none",
            spellcheck: false,
            error: errors.email
          }
        ),
        /* @__PURE__ */ jsx(PasswordInput, { name: "passphrase", label: "Passphrase", autocomplete: "current-password", error: errors.passphrase }),
        /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Sign in" })
      ] }),
      /* @__PURE__ */ jsx("p", { class: "govuk-body", children: kept2 ? /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths.forgotten.to(), target: "_blank", rel: "noopener", children: "Forgotten your passphrase? (opens in a new tab, so that your words stay in this one)" }) : /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths.forgotten.to(), children: "Forgotten your passphrase?" }) }),
      !kept2 && /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
        "New here?",
        " ",
        /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths.signUp.to({}, { next }), children: "Sign up" })
      ] })
    ] })
  };
}
function wordsStillHerePage(kept2) {
  const written = kept2.fields.map(([, value]) => value.trim()).filter((value) => /\S\s+\S/.test(value));
  const words3 = written.length > 0;
  return {
    title: "Welcome back",
    body: /* @__PURE__ */ jsx(TwoThirds, { children: [
      /* @__PURE__ */ jsx(
        PageHeading,
        {
          lead: words3 ? "Your words are still here. They are not saved yet." : "What you were doing is not saved yet.",
          children: "Welcome back"
        }
      ),
      /* @__PURE__ */ jsx(Form, { action: kept2.address, files: true, children: [
        kept2.fields.map(([name2, value]) => /* @__PURE__ */ jsx("input", { type: "hidden", name: name2, value })),
        /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: words3 ? "Save what I wrote" : "Carry on" })
      ] }),
      kept2.files.length > 0 && /* @__PURE__ */ jsx(InsetText, { children: [
        /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "Files can\u2019t be kept this way. Please choose them again afterwards:" }),
        /* @__PURE__ */ jsx("ul", { class: "govuk-list govuk-list--bullet", children: kept2.files.map((name2) => /* @__PURE__ */ jsx("li", { children: name2 })) })
      ] }),
      words3 && /* @__PURE__ */ jsx(Details, { summary: "See what you wrote", children: /* @__PURE__ */ jsx(Stack, { children: written.map((text2) => /* @__PURE__ */ jsx(FormattedText, { text: text2 })) }) })
    ] })
  };
}

// src/accounts/sign-in/routes.ts
function addSignIn(routes, house) {
  routes.get(paths.signIn.pattern, anyone, (visit2, c) => {
    const next = localPath(c.req.query("next") ?? "");
    if (visit2.person) return visit2.go(next ?? paths.start.to());
    return visit2.show(signInPage({ email: rememberedEmail(c), next, kept: null, errors: {} }));
  });
  routes.post(paths.signIn.pattern, anyone, async (visit2, form2, c) => {
    const kept2 = readKept(form2.get(KEPT_FIELD));
    const given = {
      email: form2.get("email").slice(0, 300),
      next: localPath(form2.get("next")),
      kept: kept2 && form2.get(KEPT_FIELD)
    };
    const read = readSignIn(form2);
    if (!read.ok) return visit2.show(signInPage({ ...given, errors: read.errors }), 422);
    const network = networkOf(visit2.address);
    const { email } = read.value;
    const tries = house.throttle.attempt(LIMITS.signIn, network, email).then(() => house.throttle.attempt(LIMITS.signInFromAddress, network));
    const wait = await wordsIfTooMany(c, tries);
    if (wait) return visit2.show(signInPage({ ...given, errors: { email: wait } }), 429);
    const signedIn2 = await signIn(house, {
      ...read.value,
      formerToken: sessionToken(c, house.secret, house.secure),
      address: visit2.address,
      userAgent: c.req.header("user-agent") ?? ""
    });
    if (!signedIn2) return visit2.show(signInPage({ ...given, errors: { email: NOT_RIGHT } }), 422);
    await house.throttle.clear(LIMITS.signIn, network, email);
    await house.throttle.giveBack(LIMITS.signInFromAddress, network);
    for (const cookie2 of signedIn2.cookies) c.header("set-cookie", cookie2, { append: true });
    forgetEmail(c, house.secure);
    nowKnownAs(c, signedIn2.person);
    return kept2 ? visit2.show(wordsStillHerePage(kept2)) : visit2.go(given.next ?? paths.start.to());
  });
  routes.post(paths.signOut.pattern, anyone, async (visit2, _form, c) => {
    const token = sessionToken(c, house.secret, house.secure);
    if (token && visit2.person) await signOut(house, token, visit2.person);
    clearSessionCookie(c, house.secure);
    return visit2.go(paths.signIn.to(), "You are signed out.");
  });
}
var NOT_RIGHT = "The e-mail address or the passphrase is not right. Check both and try again";
async function askToSignIn2(c) {
  const visit2 = visitOf(c);
  const url = new URL(c.req.url);
  const address = `${url.pathname}${url.search}`;
  if (c.req.header("accept")?.startsWith("application/json"))
    return c.json({ problem: "signed-out", message: "You have been signed out. Sign in again to save this." }, 401);
  if (c.req.method !== "POST") return visit2.go(paths.signIn.to({}, { next: address }));
  const form2 = await visit2.readForm("drop");
  const kept2 = writeKept(keep(address, form2));
  if (kept2 === null) throw new Problem("too-large", { form: form2 });
  return visit2.show(signInPage({ email: rememberedEmail(c), next: null, kept: kept2, errors: {} }), 401);
}

// src/accounts/sign-up/routes.ts
init_platform();

// src/accounts/sign-up/actions.ts
init_platform();
async function signUp(house, given) {
  const hash2 = await hashPassphrase(given.passphrase);
  const mayMail = await house.throttle.allows(LIMITS.mailTo, given.email);
  const id = isId(given.id) ? given.id : newId();
  try {
    await keepPerson(house, { ...given, id, hash: hash2, mayMail });
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    await keepPerson(house, { ...given, id: newId(), hash: hash2, mayMail });
  }
  void house.mail.deliver();
}
async function keepPerson(house, person) {
  const { id, name: name2, email, hash: hash2, mayMail } = person;
  const { clock, mail, baseUrl } = house;
  await house.db.write(async (tx) => {
    const known3 = await personByEmail(tx, email);
    if (known3) {
      if (known3.id === id) return;
      if (mayMail) await mail.queue(tx, alreadyHereMail(known3, baseUrl));
      await audit(tx, asSystem(house, "sign-up"), lineAbout(known3, "person.signed-up-again"));
      return;
    }
    await insertPerson(tx, { id, name: name2, email, hash: hash2, now: instant(clock) });
    await audit(tx, { actor: { kind: "person", id, name: name2, email }, clock }, lineAbout({ id }, "person.signed-up"));
    if (mayMail) await mail.queue(tx, welcomeMail(email, baseUrl));
  });
}

// src/accounts/sign-up/forms.ts
import { z as z7 } from "zod";
init_passphrase();
var fields3 = z7.object({ name: personName, email: emailAddress });
async function readSignUp(form2) {
  const read = readFields(form2, fields3);
  const passphrase = form2.get("passphrase");
  const weakness = await weaknessOf(passphrase, [form2.get("name").slice(0, 100), form2.get("email").slice(0, 254)]);
  if (read.ok && !weakness) return { ok: true, value: { ...read.value, passphrase } };
  const errors = { ...read.ok ? {} : read.errors };
  if (weakness) errors.passphrase = weaknessWords(weakness);
  return { ok: false, errors };
}

// src/accounts/sign-up/pages.tsx
init_ui();
init_jsx_runtime();
function signUpPage({ id, name: name2, email, next, errors }) {
  return {
    title: "Sign up",
    error: hasErrors(errors),
    back: { href: paths.start.to(), text: "Back" },
    body: /* @__PURE__ */ jsx(TwoThirds, { children: [
      /* @__PURE__ */ jsx(FormErrors, { errors }),
      /* @__PURE__ */ jsx(PageHeading, { lead: "It takes a minute. Next you will set up your organisation.", children: "Sign up" }),
      /* @__PURE__ */ jsx(Form, { action: paths.signUp.to(), children: [
        /* @__PURE__ */ jsx("input", { type: "hidden", name: "id", value: id }),
        next && /* @__PURE__ */ jsx("input", { type: "hidden", name: "next", value: next }),
        /* @__PURE__ */ jsx(Input, { name: "name", label: "Your name", value: name2, autocomplete: "name", spellcheck: false, error: errors.name }),
        /* @__PURE__ */ jsx(
          Input,
          {
            name: "email",
            type: "email",
            label: "E-mail address",
            hint: "You will sign in with it. We write to you only about your account and what you ask for.",
            value: email,
            autocomplete: "username",
            autocapitalize: "none",
            spellcheck: false,
            error: errors.email
          }
        ),
        /* @__PURE__ */ jsx(
          PasswordInput,
          {
            name: "passphrase",
            label: "Choose a passphrase",
            hint: PASSPHRASE_HINT,
            autocomplete: "new-password",
            error: errors.passphrase
          }
        ),
        /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Sign up" })
      ] }),
      /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
        "Already signed up?",
        " ",
        /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths.signIn.to({}, { next }), children: "Sign in" })
      ] })
    ] })
  };
}

// src/accounts/sign-up/routes.ts
function addSignUp(routes, house) {
  routes.get(paths.signUp.pattern, anyone, (visit2, c) => {
    const next = localPath(c.req.query("next") ?? "");
    if (visit2.person) return visit2.go(next ?? paths.start.to());
    return visit2.show(signUpPage({ id: newId(), name: "", email: "", next, errors: {} }));
  });
  routes.post(paths.signUp.pattern, anyone, async (visit2, form2, c) => {
    const next = localPath(form2.get("next"));
    const given = { id: form2.get("id"), name: form2.get("name").slice(0, 200), email: form2.get("email").slice(0, 300), next };
    const wait = await wordsIfTooMany(c, house.throttle.attempt(LIMITS.signUpFromAddress, networkOf(visit2.address)));
    if (wait) return visit2.show(signUpPage({ ...given, errors: { name: wait } }), 429);
    const read = await readSignUp(form2);
    if (!read.ok) return visit2.show(signUpPage({ ...given, errors: read.errors }), 422);
    await signUp(house, { ...read.value, id: given.id });
    rememberEmail(c, read.value.email, house.secure);
    return visit2.go(paths.signIn.to({}, { next }), "Thank you. Now sign in with the passphrase you have just chosen.");
  });
}

// src/accounts/start/pages.tsx
init_ui();

// src/accounts/start/pictures.tsx
init_jsx_runtime();
var PINE = "#0f5f57";
var PINE_DEEP = "#0b3b3a";
var PINE_TINT = "#e0f0ea";
var MARIGOLD = "#ffc23d";
var CORAL = "#f47b5b";
var PAPER = "#fbf7f0";
function LookHonestly() {
  return /* @__PURE__ */ jsx("svg", { class: "app-step__picture", viewBox: "0 0 160 96", width: "160", height: "96", "aria-hidden": "true", focusable: "false", children: [
    /* @__PURE__ */ jsx("path", { fill: PINE_TINT, d: "M6 84c18-12 46-16 74-16s56 4 74 16c2 6-1 10-6 10H12c-5 0-8-4-6-10z" }),
    /* @__PURE__ */ jsx("path", { fill: "none", stroke: PINE_DEEP, "stroke-width": "4", "stroke-linecap": "round", d: "M72 78V42" }),
    /* @__PURE__ */ jsx("path", { fill: PINE, d: "M72 54C70 40 60 32 44 32c0 14 10 24 28 22z" }),
    /* @__PURE__ */ jsx("path", { fill: CORAL, d: "M72 48c1-11 9-18 22-19 1 12-8 20-22 19z" }),
    /* @__PURE__ */ jsx("circle", { cx: "74", cy: "42", r: "34", fill: "none", stroke: PINE_DEEP, "stroke-width": "5" }),
    /* @__PURE__ */ jsx("path", { fill: "none", stroke: MARIGOLD, "stroke-width": "9", "stroke-linecap": "round", d: "M100 68l24 20" })
  ] });
}
function ProveIt() {
  return /* @__PURE__ */ jsx("svg", { class: "app-step__picture", viewBox: "0 0 160 96", width: "160", height: "96", "aria-hidden": "true", focusable: "false", children: [
    /* @__PURE__ */ jsx("path", { fill: PINE_TINT, d: "M6 84c18-12 46-16 74-16s56 4 74 16c2 6-1 10-6 10H12c-5 0-8-4-6-10z" }),
    /* @__PURE__ */ jsx("rect", { x: "42", y: "14", width: "56", height: "70", rx: "6", fill: MARIGOLD, transform: "rotate(-8 70 49)" }),
    /* @__PURE__ */ jsx("rect", { x: "54", y: "10", width: "56", height: "72", rx: "6", fill: PAPER, stroke: PINE_DEEP, "stroke-width": "4" }),
    /* @__PURE__ */ jsx("path", { fill: "none", stroke: PINE_DEEP, "stroke-width": "4", "stroke-linecap": "round", d: "M66 28h32M66 42h32M66 56h14" }),
    /* @__PURE__ */ jsx("circle", { cx: "106", cy: "66", r: "20", fill: PINE }),
    /* @__PURE__ */ jsx("path", { fill: "none", stroke: PAPER, "stroke-width": "5", "stroke-linecap": "round", "stroke-linejoin": "round", d: "M97 67l7 7 12-14" })
  ] });
}
function GetBetter() {
  return /* @__PURE__ */ jsx("svg", { class: "app-step__picture", viewBox: "0 0 160 96", width: "160", height: "96", "aria-hidden": "true", focusable: "false", children: [
    /* @__PURE__ */ jsx("circle", { cx: "132", cy: "24", r: "15", fill: MARIGOLD }),
    /* @__PURE__ */ jsx("path", { fill: PINE_TINT, d: "M6 84c18-12 46-16 74-16s56 4 74 16c2 6-1 10-6 10H12c-5 0-8-4-6-10z" }),
    /* @__PURE__ */ jsx("path", { fill: "none", stroke: PINE_DEEP, "stroke-width": "4", "stroke-linecap": "round", d: "M36 78V64M76 78V46M118 78V52" }),
    /* @__PURE__ */ jsx("path", { fill: CORAL, d: "M36 68c0-8 5-13 14-14 1 9-5 15-14 14z" }),
    /* @__PURE__ */ jsx("path", { fill: PINE, d: "M76 58C75 47 67 41 55 41c0 11 8 18 21 17z" }),
    /* @__PURE__ */ jsx("path", { fill: CORAL, d: "M76 50c1-9 7-14 18-15 1 10-7 16-18 15z" }),
    /* @__PURE__ */ jsx("path", { fill: PINE, d: "M118 74c-1-11-9-17-21-17 0 11 8 18 21 17zM118 62c1-11 9-17 22-17 0 11-9 18-22 17z" }),
    /* @__PURE__ */ jsx("path", { fill: CORAL, d: "M118 54c-7-6-8-14-2-22 7 6 8 14 2 22z" })
  ] });
}
function Together() {
  return /* @__PURE__ */ jsx("svg", { class: "app-welcome__picture", viewBox: "0 0 360 280", width: "360", height: "280", "aria-hidden": "true", focusable: "false", children: [
    /* @__PURE__ */ jsx("circle", { cx: "262", cy: "78", r: "52", fill: MARIGOLD }),
    /* @__PURE__ */ jsx("path", { fill: PINE, d: "M10 236c48-38 112-50 172-50s120 14 168 50c10 8 2 34-14 34H24c-16 0-24-26-14-34z" }),
    /* @__PURE__ */ jsx("path", { fill: "none", stroke: PAPER, "stroke-width": "8", "stroke-linecap": "round", d: "M140 222V84" }),
    /* @__PURE__ */ jsx("path", { fill: PINE_TINT, d: "M140 128C134 84 104 58 52 56c-2 46 32 78 88 72z" }),
    /* @__PURE__ */ jsx("path", { fill: CORAL, d: "M140 106c4-44 34-68 84-68 0 44-30 74-84 68z" }),
    /* @__PURE__ */ jsx("path", { fill: PINE_TINT, d: "M140 184c-6-28-26-44-60-44-2 30 22 50 60 44z" }),
    /* @__PURE__ */ jsx("path", { fill: "none", stroke: PAPER, "stroke-width": "7", "stroke-linecap": "round", d: "M232 224v-60" }),
    /* @__PURE__ */ jsx("path", { fill: PINE_TINT, d: "M232 190c2-26 20-42 52-42 0 28-20 46-52 42z" }),
    /* @__PURE__ */ jsx("path", { fill: CORAL, d: "M232 176c-3-24-18-38-46-39-1 26 16 43 46 39z" })
  ] });
}

// src/accounts/start/pages.tsx
init_jsx_runtime();
var STEPS = [
  {
    title: "Look honestly",
    text: "Go through the framework in pieces, when you have a quarter of an hour. Say how things really are: nobody is marked, and nobody is ranked.",
    Picture: LookHonestly
  },
  {
    title: "Prove it",
    text: "Put down what shows it: a policy, a link, where a file is kept, a few words. You will be glad of it when a funder asks.",
    Picture: ProveIt
  },
  {
    title: "Get better",
    text: "Choose what to work on, who does it and by when. You come out with a plan that people act on, and look again next year.",
    Picture: GetBetter
  }
];
function welcomePage() {
  return {
    title: "Better mentoring for young people",
    body: /* @__PURE__ */ jsx(Fragment, { children: [
      /* @__PURE__ */ jsx("div", { class: "app-welcome", children: [
        /* @__PURE__ */ jsx("div", { children: [
          /* @__PURE__ */ jsx("h1", { class: "app-welcome__title", children: "Good mentoring, and always getting better" }),
          /* @__PURE__ */ jsx("p", { class: "app-welcome__lead", children: "Mentormark helps organisations that mentor young people look honestly at their practice, prove it, and get better at it." }),
          /* @__PURE__ */ jsx("div", { class: "govuk-button-group", children: [
            /* @__PURE__ */ jsx(Button, { href: paths.signUp.to(), kind: "inverse", start: true, children: "Sign up" }),
            /* @__PURE__ */ jsx("a", { class: "app-welcome__enter", href: paths.signIn.to(), children: "Sign in" })
          ] }),
          /* @__PURE__ */ jsx("p", { class: "app-welcome__note", children: "Setting up takes about two minutes." })
        ] }),
        /* @__PURE__ */ jsx(Together, {})
      ] }),
      /* @__PURE__ */ jsx("h2", { class: "govuk-heading-l", children: "How it works" }),
      /* @__PURE__ */ jsx(Grid, { children: STEPS.map(({ title: title2, text: text2, Picture }, index) => /* @__PURE__ */ jsx(Card, { headingLevel: 3, title: `${index + 1}. ${title2}`, children: [
        /* @__PURE__ */ jsx(Picture, {}),
        /* @__PURE__ */ jsx("p", { class: "govuk-body", children: text2 })
      ] })) }),
      /* @__PURE__ */ jsx(Card, { kind: "tinted", title: "Made for a small team with a lot to do", children: /* @__PURE__ */ jsx("ul", { class: "govuk-list govuk-list--bullet", children: [
        /* @__PURE__ */ jsx("li", { children: "Every word is saved as you go, also when the connection drops." }),
        /* @__PURE__ */ jsx("li", { children: "It works on an old laptop, on a phone, and on paper." }),
        /* @__PURE__ */ jsx("li", { children: "What you write is yours. Other organisations never see it." })
      ] }) })
    ] })
  };
}

// src/accounts/start/routes.ts
function addStart(routes) {
  routes.get(paths.start.pattern, anyone, async (visit2) => {
    if (!visit2.person) return visit2.show(welcomePage());
    const memberships = await membershipsOf(visit2.db.read, visit2.person.id);
    const [only, another] = memberships;
    if (!only) return visit2.go(paths.newOrganisation.to());
    if (!another) return visit2.go(paths.organisation.to({ organisation: only.organisation.id }));
    return visit2.show(chooseOrganisationPage(memberships));
  });
}

// src/accounts/routes.ts
function createAccounts(options2) {
  const house = openHouse(options2);
  const routes = new Routes();
  addStart(routes);
  addSignUp(routes, house);
  addSignIn(routes, house);
  addForgotten(routes, house);
  addAccount(routes, house);
  addOrganisation(routes, house);
  addOutbox(routes, house);
  return {
    routes,
    attendDoor: (c) => setDoorkeeper(c, { personOf: (request) => personOf(house, request), askToSignIn: askToSignIn2 })
  };
}
async function personOf(house, c) {
  const { db, clock, secret, secure } = house;
  const token = sessionToken(c, secret, secure);
  const session = token ? await sessionOf(db.read, clock, token) : null;
  if (session && isDueForRenewal(session, clock)) {
    await renewSession(db, clock, session);
    writeSessionCookie(c, session.token, secret, secure);
  }
  return session?.person ?? null;
}

// src/frameworks/actions.ts
init_audit();
init_clock();
init_context();
init_database();
init_problem();
init_compiled();

// src/frameworks/store.ts
init_compiled();
var known2 = /* @__PURE__ */ new Map();
var MOST_KNOWN = 50;
async function listEditions(db) {
  const rows = await inUse(db).select(["framework_id", "edition", "digest", "loaded_at"]).orderBy("framework_id").orderBy("edition").execute();
  const listed = [];
  for (const row of rows) {
    const { id, title: title2, publisher, digest, edition } = await pinnedEdition(db, row.digest);
    listed.push({ id, edition, title: title2, publisher, digest, loadedAt: row.loaded_at });
  }
  return listed;
}
async function findEdition(db, id, edition) {
  const row = await inUse(db).select("digest").where("framework_id", "=", id).where("edition", "=", edition).executeTakeFirst();
  return row ? pinnedEdition(db, row.digest) : null;
}
async function pinnedEdition(db, digest) {
  const ready = known2.get(digest);
  if (ready) return ready;
  const row = await db.selectFrom("framework_edition").select("content").where("digest", "=", digest).executeTakeFirst();
  if (!row) throw new Error(`No framework with the digest ${digest} is here.`);
  const edition = editionFromJson(row.content);
  if (edition.digest !== digest) {
    throw new Error(
      `The framework ${edition.id}, edition ${edition.edition}, was changed in the database: its digest does not fit.`
    );
  }
  if (known2.size >= MOST_KNOWN) known2.clear();
  known2.set(digest, edition);
  return edition;
}
async function putEdition(tx, edition, content, at2) {
  await tx.updateTable("framework_edition").set({ superseded_at: at2 }).where("framework_id", "=", edition.id).where("edition", "=", edition.edition).where("superseded_at", "is", null).execute();
  await tx.insertInto("framework_edition").values({
    framework_id: edition.id,
    edition: edition.edition,
    digest: edition.digest,
    content,
    loaded_at: at2,
    superseded_at: null
  }).onConflict(
    (conflict) => conflict.columns(["framework_id", "edition", "digest"]).doUpdateSet({ loaded_at: at2, superseded_at: null })
  ).execute();
}
function inUse(db) {
  return db.selectFrom("framework_edition").where("superseded_at", "is", null);
}

// src/frameworks/edition.ts
function exampleItems(indicator4) {
  return indicator4.examples.flatMap((example) => example.kind === "item" ? [example] : example.items);
}

// src/frameworks/structure.ts
function structuralChanges(before, after) {
  return [
    ...listChange("The ratings", ids2(before.ratings), ids2(after.ratings)),
    ...listChange("The priorities", ids2(before.priorities), ids2(after.priorities)),
    ...listChange("The standards", before.standards.map(numberOf), after.standards.map(numberOf)),
    ...listChange("The standards a quality mark stands in for", exempted(before), exempted(after)),
    ...listChange("The indicators", ids2(before.indicators), ids2(after.indicators)),
    ...before.indicators.flatMap((indicator4) => {
      const now = after.indicators.find(({ id }) => id === indicator4.id);
      if (!now) return [];
      const name2 = `Indicator ${indicator4.id}`;
      const core = indicator4.core === now.core ? [] : [`${name2} ${now.core ? "becomes" : "is no longer"} core.`];
      return [...core, ...listChange(`The places of ${name2}'s examples`, keys(indicator4), keys(now))];
    })
  ];
}
function listChange(name2, before, after) {
  const gone = before.filter((item) => !after.includes(item));
  const come = after.filter((item) => !before.includes(item));
  if (gone.length > 0 || come.length > 0) {
    const parts = [gone.length > 0 && `${gone.join(", ")} would go`, come.length > 0 && `${come.join(", ")} would be new`];
    return [`${name2} differ: ${parts.filter(Boolean).join("; ")}.`];
  }
  return before.join("\n") === after.join("\n") ? [] : [`${name2} are in another order.`];
}
function ids2(list3) {
  return list3.map(({ id }) => id);
}
function numberOf({ number }) {
  return String(number);
}
function exempted(edition) {
  return edition.exemptions.map(({ standard: standard2 }) => String(standard2));
}
function keys(indicator4) {
  return exampleItems(indicator4).map(({ key }) => key);
}

// src/frameworks/actions.ts
var LOADED = "framework.loaded";
var REGISTERED = "framework.registered";
async function registerBuiltIn(services, compiled) {
  const context2 = asSystem(services, "start-up");
  for (const content of compiled) {
    const edition = editionFromJson(content);
    const current = await currentDigest(services, edition);
    if (current === edition.digest) continue;
    await services.db.write(async (tx) => {
      if (current !== null && await chosenByHand(tx, edition)) return;
      const result = await put(tx, context2, edition, content, REGISTERED);
      if (!result.ok && result.because === "structure") throw new Error(refusalText(result.edition, result.changes));
    });
  }
}
function refusalText(edition, changes) {
  return [
    `${edition.title}, edition ${edition.edition}, is already here, and this pack differs from it in more than words:`,
    ...changes.map((change2) => `  - ${change2}`),
    "Answers may already hang on what is here. Give the pack another edition name and load it beside this one."
  ].join("\n");
}
async function put(tx, context2, edition, content, action) {
  const current = await findEdition(tx, edition.id, edition.edition);
  if (current?.digest === edition.digest) return { ok: true, edition, outcome: "unchanged" };
  const changes = current ? structuralChanges(current, edition) : [];
  if (current && changes.length > 0) return { ok: false, because: "structure", edition: current, changes };
  await putEdition(tx, edition, content, instant(context2.clock));
  await audit(tx, context2, {
    organisationId: NO_ORGANISATION,
    action,
    subject: subjectOf(edition),
    detail: { digest: edition.digest, replaced: current?.digest ?? null }
  });
  return { ok: true, edition, outcome: current ? "reworded" : "added" };
}
async function currentDigest({ db }, { id, edition }) {
  const row = await db.read.selectFrom("framework_edition").select("digest").where("framework_id", "=", id).where("edition", "=", edition).where("superseded_at", "is", null).executeTakeFirst();
  return row?.digest ?? null;
}
async function chosenByHand(tx, edition) {
  const line2 = await ownedBy(tx, NO_ORGANISATION).select("activity").select("id").where("action", "=", LOADED).where("subject", "=", subjectOf(edition)).executeTakeFirst();
  return line2 !== void 0;
}
function subjectOf({ id, edition }) {
  return `framework/${id}/edition/${edition}`;
}

// src/frameworks/cli.ts
init_fault();

// src/frameworks/rules.ts
function ratingById(edition, id) {
  return edition.ratings.find((rating2) => rating2.id === id) ?? null;
}
function themesForIndicator(edition, id) {
  return edition.themes.filter((theme2) => theme2.indicatorIds.includes(id));
}
function neighbours(edition, inScopeIds, id) {
  const inScope = new Set(inScopeIds);
  const place = edition.indicators.findIndex((indicator4) => indicator4.id === id);
  if (place < 0) return { previous: null, next: null };
  return {
    previous: edition.indicators.slice(0, place).findLast((indicator4) => inScope.has(indicator4.id)) ?? null,
    next: edition.indicators.slice(place + 1).find((indicator4) => inScope.has(indicator4.id)) ?? null
  };
}

// src/frameworks/cli.ts
var MOST_READ = 3 * 1024 * 1024;

// src/frameworks/index.ts
init_compiled();
init_fault();

// src/assessment/actions/start.ts
init_platform();

// src/assessment/answer.ts
var FIELDS2 = ["examples", "evidence", "rating", "lessRelevantReason", "notes"];
var LESS_RELEVANT = "less-relevant";
var NO_EXAMPLES = "[]";
var EMPTY = { examples: NO_EXAMPLES, evidence: "", rating: "", lessRelevantReason: "", notes: "" };
var BOUNDS = { evidence: 2e4, lessRelevantReason: 2e3, notes: 2e4 };
function isField(name2) {
  return FIELDS2.includes(name2);
}
function unanswered(indicatorId2) {
  return { indicatorId: indicatorId2, revision: 0, values: EMPTY, skipped: false, updatedAt: null };
}
function heldExamples(values) {
  const keys2 = JSON.parse(values.examples || NO_EXAMPLES);
  return Array.isArray(keys2) ? keys2.filter((key) => typeof key === "string") : [];
}
function examplesValue(keys2) {
  return JSON.stringify([...new Set(keys2)].sort());
}

// src/assessment/store.ts
function toAssessment(row) {
  return {
    id: row.id,
    frameworkId: row.framework_id,
    edition: row.edition,
    digest: row.digest,
    programme: row.programme,
    scope: row.scope,
    lead: row.lead,
    status: row.status,
    revision: row.revision,
    revisionReason: row.revision_reason,
    startedAt: row.started_at,
    completion: row.completed_on && row.completed_by && row.completed_by_role && row.next_review_on ? {
      completedOn: row.completed_on,
      completedBy: row.completed_by,
      completedByRole: row.completed_by_role,
      nextReviewOn: row.next_review_on,
      reviewedBy: row.reviewed_by
    } : null
  };
}
async function listAssessments(own2) {
  return (await own2.select("assessment").selectAll().orderBy("id", "desc").limit(500).execute()).map(toAssessment);
}
async function findAssessment(own2, id) {
  const row = await own2.select("assessment").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? toAssessment(row) : null;
}
async function insertAssessment(own2, row) {
  await own2.insert("assessment", {
    ...row,
    status: "in-progress",
    revision: 1,
    revision_reason: null,
    completed_on: null,
    completed_by: null,
    completed_by_role: null,
    next_review_on: null,
    reviewed_by: null
  }).execute();
}
async function updateAssessment(own2, id, changes) {
  await own2.update("assessment").set(changes).where("id", "=", id).execute();
}
function toAnswer(row) {
  return {
    indicatorId: row.indicator_id,
    revision: row.revision,
    values: {
      examples: row.examples,
      evidence: row.evidence,
      rating: row.rating,
      lessRelevantReason: row.less_relevant_reason,
      notes: row.notes
    },
    skipped: row.skipped === "yes",
    updatedAt: row.updated_at
  };
}
async function answersOf(own2, assessmentId) {
  const rows = await own2.select("answer").selectAll().where("assessment_id", "=", assessmentId).execute();
  return new Map(rows.map((row) => [row.indicator_id, toAnswer(row)]));
}
async function answerOf(own2, assessmentId, indicatorId2) {
  const row = await own2.select("answer").selectAll().where("assessment_id", "=", assessmentId).where("indicator_id", "=", indicatorId2).executeTakeFirst();
  return row ? toAnswer(row) : unanswered(indicatorId2);
}
async function valuesAt(own2, assessmentId, indicatorId2, revision) {
  const changes = await own2.select("answer_change").select(["field", "value"]).where("assessment_id", "=", assessmentId).where("indicator_id", "=", indicatorId2).where("revision", "<=", revision).orderBy("revision").execute();
  const values = { ...EMPTY };
  for (const { field, value } of changes) if (FIELDS2.includes(field)) values[field] = value;
  return values;
}
async function writeAnswer(own2, assessmentId, before, accepted, by) {
  const revision = before.revision + 1;
  const values = { ...before.values, ...accepted };
  const row = {
    revision,
    examples: values.examples,
    evidence: values.evidence,
    rating: values.rating,
    less_relevant_reason: values.lessRelevantReason,
    notes: values.notes,
    skipped: "",
    updated_at: by.at,
    updated_by: by.personId
  };
  if (before.updatedAt === null) {
    await own2.insert("answer", { assessment_id: assessmentId, indicator_id: before.indicatorId, ...row }).execute();
  } else {
    await own2.update("answer").set(row).where("assessment_id", "=", assessmentId).where("indicator_id", "=", before.indicatorId).execute();
  }
  const changes = Object.entries(accepted).map(([field, value]) => ({
    assessment_id: assessmentId,
    indicator_id: before.indicatorId,
    revision,
    field,
    value,
    person_id: by.personId,
    at: by.at
  }));
  if (changes.length > 0) await own2.insert("answer_change", changes).execute();
  return revision;
}
async function writeSkipped(own2, assessmentId, before, by) {
  if (before.updatedAt === null) await writeAnswer(own2, assessmentId, before, {}, by);
  await own2.update("answer").set({ skipped: "yes" }).where("assessment_id", "=", assessmentId).where("indicator_id", "=", before.indicatorId).execute();
}
async function savesOf(own2, assessmentId) {
  const rows = await own2.select("answer_change").select("at").where("assessment_id", "=", assessmentId).orderBy("at").limit(2e4).execute();
  return rows.map((row) => row.at);
}
async function openConflicts(own2, assessmentId, indicatorId2) {
  let query = own2.select("answer_conflict").select(["id", "indicator_id", "field", "value", "person_id", "at"]).where("assessment_id", "=", assessmentId).where("settled_at", "is", null);
  if (indicatorId2) query = query.where("indicator_id", "=", indicatorId2);
  const rows = await query.orderBy("id").execute();
  return rows.map((row) => ({
    id: row.id,
    indicatorId: row.indicator_id,
    field: row.field,
    value: row.value,
    personId: row.person_id,
    at: row.at
  }));
}
async function exemptionsOf(own2, assessmentId) {
  const rows = await own2.select("exemption").selectAll().where("assessment_id", "=", assessmentId).orderBy("standard").execute();
  return rows.map((row) => ({
    standard: row.standard,
    mark: row.mark,
    level: row.level,
    awardedOn: row.awarded_on,
    expiresOn: row.expires_on
  }));
}
async function sealedRevisions(own2, assessmentId) {
  const rows = await own2.select("sealed_assessment").selectAll().where("assessment_id", "=", assessmentId).orderBy("revision", "desc").execute();
  return rows.map((row) => ({ revision: row.revision, sha256: row.sha256, content: row.content, sealedAt: row.sealed_at }));
}
async function lastSavedBy(own2, assessmentId, indicatorId2, field) {
  const row = await own2.select("answer_change").select("person_id").where("assessment_id", "=", assessmentId).where("indicator_id", "=", indicatorId2).where("field", "=", field).orderBy("revision", "desc").limit(1).executeTakeFirst();
  return row?.person_id ?? null;
}

// src/assessment/actions/start.ts
async function startAssessment(ctx, organisationId, edition, start2) {
  await ctx.db.write(async (tx) => {
    const own2 = ownedBy(tx, organisationId);
    await insertAssessment(own2, {
      id: start2.id,
      framework_id: edition.id,
      edition: edition.edition,
      digest: edition.digest,
      programme: start2.programme,
      scope: start2.scope,
      lead: start2.lead,
      started_at: instant(ctx.clock)
    });
    await audit(tx, ctx, {
      organisationId,
      action: "assessment.started",
      subject: `assessment/${start2.id}`,
      detail: { framework: edition.id, edition: edition.edition, scope: start2.scope }
    });
  }).catch((error) => {
    if (!(error instanceof Conflict)) throw error;
  });
}
async function extendToAll(ctx, organisationId, assessmentId) {
  await ctx.db.write(async (tx) => {
    const own2 = ownedBy(tx, organisationId);
    const assessment3 = await findAssessment(own2, assessmentId);
    if (!assessment3) throw new Problem("not-found");
    if (assessment3.status === "complete") throw new Problem("stale");
    if (assessment3.scope === "all") return;
    await updateAssessment(own2, assessmentId, { scope: "all" });
    await audit(tx, ctx, {
      organisationId,
      action: "assessment.extended",
      subject: `assessment/${assessmentId}`,
      detail: { scope: "all" }
    });
  });
}
function editionOf2(db, assessment3) {
  return pinnedEdition(db, assessment3.digest);
}

// src/evidence/actions.ts
init_platform();

// src/evidence/rules.ts
var LONGEST2 = { subject: 200, url: 2e3, title: 200, place: 500, fileName: 200 };
var MOST_ITEMS = 100;
function sameEvidence(a2, b) {
  if (a2.kind === "link") return b.kind === "link" && a2.url === b.url && a2.title === b.title;
  if (a2.kind === "place") return b.kind === "place" && a2.place === b.place && a2.title === b.title;
  return b.kind === "file" && a2.sha256 === b.sha256 && a2.fileName === b.fileName;
}
function readLink(pasted) {
  const text2 = pasted.trim().replace(/^[<"'“‘]+|[>"'”’]+$/g, "");
  if (/^([a-z]:[\\/]|\\\\|file:|~\/)/i.test(text2)) return { ok: false, because: "on-a-computer" };
  if (/^(mailto:)?[^\s@/:]+@[^\s@/:]+\.[^\s@/:]+$/i.test(text2)) return { ok: false, because: "an-email-address" };
  const scheme = /^([a-z][a-z0-9+.-]*):(?!\d{1,5}(\/|$))/i.exec(text2)?.[1]?.toLowerCase();
  if (scheme && scheme !== "http" && scheme !== "https") return { ok: false, because: "not-http" };
  const full = scheme ? text2 : `https://${text2.replace(/^\/\//, "")}`;
  const url = URL.parse(full);
  const named = /\./.test(text2) && /.\../.test(url?.hostname ?? "");
  if (!url || !(named || url.hostname === "localhost" || url.hostname.startsWith("[")))
    return { ok: false, because: "not-a-link" };
  if (url.username || url.password) return { ok: false, because: "holds-a-password" };
  return { ok: true, url: url.href, title: shortAddress(url) };
}
function shortAddress(url) {
  const text2 = `${url.hostname.replace(/^www\./, "")}${url.pathname.replace(/\/$/, "")}`;
  return text2.length <= 80 ? text2 : `${text2.slice(0, 79)}\u2026`;
}
function fileSize(bytes) {
  if (bytes < 1e3) return `${bytes} ${bytes === 1 ? "byte" : "bytes"}`;
  const [size, unit] = bytes < 999500 ? [bytes / 1e3, "KB"] : [bytes / 1e6, "MB"];
  return `${size < 9.95 ? size.toFixed(1).replace(/\.0$/, "") : Math.round(size)} ${unit}`;
}

// src/evidence/store.ts
async function evidenceAbout(own2, subjects) {
  const list3 = typeof subjects === "string" ? [subjects] : [...new Set(subjects)];
  if (list3.length === 0) return [];
  const rows = await present2(own2).selectAll().where("subject", "in", list3).execute();
  return rows.map(itemOf);
}
async function evidenceUnder(own2, prefix) {
  const [from, to] = rangeUnder(prefix);
  const rows = await present2(own2).selectAll().where("subject", ">=", from).where("subject", "<", to).execute();
  return rows.map(itemOf);
}
async function findEvidence(own2, id) {
  const row = await own2.select("evidence").selectAll().where("id", "=", id).executeTakeFirst();
  return row ? { ...itemOf(row), removed: row.removed_at !== null } : null;
}
async function insertEvidence(own2, items) {
  await own2.insert("evidence", items.map(rowOf)).execute();
}
async function setRemoved(own2, id, removedAt) {
  await own2.update("evidence").set({ removed_at: removedAt }).where("id", "=", id).execute();
}
function present2(own2) {
  return own2.select("evidence").where("removed_at", "is", null).orderBy("subject").orderBy("added_at").orderBy("id");
}
function rangeUnder(prefix) {
  if (!prefix.endsWith("/")) throw new Error(`A prefix of subjects ends in a slash: ${prefix}`);
  return [prefix, `${prefix.slice(0, -1)}0`];
}
function rowOf(item) {
  const file = item.kind === "file" ? item : null;
  return {
    id: item.id,
    subject: item.subject,
    kind: item.kind,
    title: item.title,
    url: item.kind === "link" ? item.url : null,
    place: item.kind === "place" ? item.place : null,
    file_name: file?.fileName ?? null,
    file_type: file?.fileType ?? null,
    file_bytes: file?.bytes ?? null,
    file_sha256: file?.sha256 ?? null,
    added_by: item.addedBy,
    added_at: item.addedAt,
    removed_at: null
  };
}
function itemOf(row) {
  const { id, subject: subject2, added_by: addedBy, added_at: addedAt } = row;
  return { id, subject: subject2, addedBy, addedAt, ...contentOf(row) };
}
function contentOf(row) {
  const { title: title2 } = row;
  if (row.kind === "link") return { kind: "link", title: title2, url: row.url ?? "" };
  if (row.kind === "place") return { kind: "place", title: title2, place: row.place ?? "" };
  return {
    kind: "file",
    title: title2,
    fileName: row.file_name ?? "",
    fileType: row.file_type ?? "",
    bytes: Number(row.file_bytes ?? 0),
    sha256: row.file_sha256 ?? ""
  };
}

// src/evidence/actions.ts
async function addEvidenceIn(own2, by, subject2, items) {
  if (subject2 === "" || subject2.length > LONGEST2.subject) throw new Error(`Not a subject: ${subject2.slice(0, 300)}`);
  const there = await evidenceAbout(own2, subject2);
  const fresh = items.filter((item, place) => ![...there, ...items.slice(0, place)].some((other) => sameEvidence(item, other)));
  if (fresh.length === 0) return { ok: true, added: [] };
  if (there.length + fresh.length > MOST_ITEMS) return { ok: false, because: "full" };
  const added = fresh.map((item) => {
    return { ...item, id: newId(), subject: subject2, addedBy: actorId(by.actor), addedAt: instant(by.clock) };
  });
  await insertEvidence(own2, added);
  for (const item of added) {
    const file = item.kind === "file" ? { type: item.fileType, bytes: item.bytes, sha256: item.sha256 } : {};
    await auditLine(own2, by, "evidence.added", item, { kind: item.kind, ...file });
  }
  return { ok: true, added };
}
async function removeEvidenceIn(own2, by, subject2, id) {
  const item = await findEvidence(own2, id);
  if (item?.subject !== subject2) return null;
  if (item.removed) return item;
  await setRemoved(own2, id, instant(by.clock));
  await auditLine(own2, by, "evidence.removed", item);
  return item;
}
async function restoreEvidenceIn(own2, by, subject2, id) {
  const item = await findEvidence(own2, id);
  if (item?.subject !== subject2) return null;
  if (!item.removed) return item;
  await setRemoved(own2, id, null);
  await auditLine(own2, by, "evidence.restored", item);
  return item;
}
function auditLine(own2, by, action, item, detail = {}) {
  return audit(own2.tx, by, {
    organisationId: own2.organisationId,
    action,
    subject: `${item.subject}/evidence/${item.id}`,
    detail
  });
}

// src/evidence/attachment.ts
function attachment(name2, type, bytes) {
  return {
    "content-disposition": contentDisposition(name2),
    "content-type": type.startsWith("text/") ? `${type}; charset=utf-8` : type,
    "content-length": String(bytes),
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store"
  };
}
function contentDisposition(name2) {
  const plain2 = name2.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\x20-\x7e]/g, "_").replace(/["\\%]/g, "_");
  const encoded = encodeURIComponent(name2.toWellFormed()).replace(
    /['()*!]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`
  );
  return `attachment; filename="${plain2}"; filename*=UTF-8''${encoded}`;
}

// src/evidence/components.tsx
init_ui();

// src/evidence/content.ts
var KIND_WORDS = { link: "Link", place: "Where it is kept", file: "File" };
var WORDS3 = {
  addLink: "Add a link",
  addPlace: "Say where it is kept",
  addFile: "Add a file",
  /** Evidence can hold children's personal data: discouraged where it is entered. */
  aboutYoungPeople: "Files about young people: say where it is kept instead of adding a copy.",
  full: `There are ${MOST_ITEMS} items here already, which is the most there can be. Remove one you no longer need, then add this one.`,
  removed: (title2) => `Removed \u201C${title2}\u201D.`
};
var TAKEN = "We take PDF, Word, Excel, PowerPoint and OpenDocument files, pictures (JPEG, PNG, GIF, WebP and HEIC) and plain text (TXT, CSV and MD).";
var ERRORS = {
  linkMissing: "Enter the link",
  linkTooLong: `The link must be ${LONGEST2.url} characters or fewer`,
  linkTitleTooLong: `What the link shows must be ${LONGEST2.title} characters or fewer`,
  placeMissing: "Say where it is kept",
  placeTooLong: `Where it is kept must be ${LONGEST2.place} characters or fewer`,
  placeTitleMissing: "Say what is kept there",
  placeTitleTooLong: `What is kept there must be ${LONGEST2.title} characters or fewer`,
  fileTooLarge: "The file is bigger than 25 MB. Make it smaller, or say where it is kept instead."
};
function linkError(because) {
  switch (because) {
    case "not-a-link":
      return "Enter a web address, such as example.org/policy";
    case "on-a-computer":
      return "That is a place on a computer, so other people can\u2019t open it as a link. Say where it is kept instead.";
    case "an-email-address":
      return "That is an e-mail address. Enter a web address, or say where it is kept instead.";
    case "not-http":
      return "The link must begin with https:// or http://";
    case "holds-a-password":
      return "The link has a user name or password in it, before the @. Remove that part.";
  }
}
function fileError(name2, why) {
  switch (why.because) {
    case "empty":
      return `\u201C${name2}\u201D is empty. Check that it opens on your computer, then choose it again.`;
    case "not-taken":
      return `\u201C${name2}\u201D is not a kind of file we can take. ${TAKEN} You can say where it is kept instead.`;
    case "macros":
      return `\u201C${name2}\u201D can carry programs (macros), so we can\u2019t take it. Save it as a PDF, then choose that.`;
    case "not-text":
      return `\u201C${name2}\u201D is not text we can read. Save it again as UTF-8 text (in Excel, \u201CCSV UTF-8\u201D), then choose it again.`;
    case "mislabelled":
      return why.really ? `\u201C${name2}\u201D is named like ${a(why.claimed)}, but inside it is ${a(why.really)}. Make its name end in .${why.really.endings[0]}, then choose it again.` : `\u201C${name2}\u201D is named like ${a(why.claimed)}, but that is not what is inside. Open it, save it as ${a(why.claimed)}, then choose it again.`;
  }
}
function chooseAgain(names2) {
  const quoted2 = names2.map((name2) => `\u201C${name2}\u201D`);
  const listed = quoted2.length > 1 ? `${quoted2.slice(0, -1).join(", ")} and ${quoted2.at(-1)}` : quoted2[0];
  return `Choose ${listed} again: nothing is wrong with ${names2.length > 1 ? "them" : "it"}, but chosen files are forgotten when a page is shown again.`;
}
function a(kind) {
  return `${/^[AEIOU]/.test(kind.word) ? "an" : "a"} ${kind.word}`;
}

// src/evidence/forms.ts
import { z as z8 } from "zod";

// src/evidence/kinds.ts
import { fileTypeFromBuffer } from "file-type";
var OPEN_XML = "application/vnd.openxmlformats-officedocument";
var OPEN_DOCUMENT = "application/vnd.oasis.opendocument";
var KINDS2 = [
  { word: "PDF", type: "application/pdf", endings: ["pdf"], inside: "own" },
  { word: "Word document", type: `${OPEN_XML}.wordprocessingml.document`, endings: ["docx"], inside: "own" },
  { word: "Excel spreadsheet", type: `${OPEN_XML}.spreadsheetml.sheet`, endings: ["xlsx"], inside: "own" },
  { word: "PowerPoint presentation", type: `${OPEN_XML}.presentationml.presentation`, endings: ["pptx"], inside: "own" },
  { word: "Word document", type: "application/msword", endings: ["doc"], inside: "old-office" },
  { word: "Excel spreadsheet", type: "application/vnd.ms-excel", endings: ["xls"], inside: "old-office" },
  { word: "PowerPoint presentation", type: "application/vnd.ms-powerpoint", endings: ["ppt"], inside: "old-office" },
  { word: "OpenDocument text", type: `${OPEN_DOCUMENT}.text`, endings: ["odt"], inside: "own" },
  { word: "OpenDocument spreadsheet", type: `${OPEN_DOCUMENT}.spreadsheet`, endings: ["ods"], inside: "own" },
  { word: "OpenDocument presentation", type: `${OPEN_DOCUMENT}.presentation`, endings: ["odp"], inside: "own" },
  { word: "JPEG picture", type: "image/jpeg", endings: ["jpg", "jpeg", "jpe", "jfif"], inside: "own" },
  { word: "PNG picture", type: "image/png", endings: ["png", "apng"], inside: "own" },
  { word: "GIF picture", type: "image/gif", endings: ["gif"], inside: "own" },
  { word: "WebP picture", type: "image/webp", endings: ["webp"], inside: "own" },
  { word: "HEIC picture", type: "image/heic", endings: ["heic", "heif"], inside: "own" },
  { word: "Text file", type: "text/plain", endings: ["txt", "text"], inside: "text" },
  { word: "CSV table", type: "text/csv", endings: ["csv"], inside: "text" },
  { word: "Text file", type: "text/markdown", endings: ["md"], inside: "text" }
];
var ACCEPTED_ENDINGS = KINDS2.flatMap((kind) => kind.endings.map((ending) => `.${ending}`)).join(",");
function kindOfType(type) {
  return KINDS2.find((kind) => kind.type === type) ?? null;
}
async function identify(name2, bytes) {
  if (bytes.length === 0) return { ok: false, because: "empty" };
  const ending = /\.([^.]{1,10})$/.exec(name2)?.[1]?.toLowerCase() ?? null;
  const claimed = KINDS2.find((kind) => ending !== null && kind.endings.includes(ending)) ?? null;
  if (ending !== null && !claimed) return { ok: false, because: hasMacros(ending) ? "macros" : "not-taken" };
  if (claimed?.inside === "text") {
    if (isText(bytes)) return { ok: true, kind: claimed, name: name2 };
    const really2 = await lookInside(bytes, null);
    return really2 === null || really2 === "macros" ? { ok: false, because: "not-text", claimed } : { ok: false, because: "mislabelled", claimed, really: really2 };
  }
  const really = await lookInside(bytes, claimed);
  if (really === "macros") return { ok: false, because: "macros" };
  if (!claimed) {
    const kind = really ?? (isText(bytes) ? kindOfType("text/plain") : null);
    return kind ? { ok: true, kind, name: `${name2}.${kind.endings[0]}` } : { ok: false, because: "not-taken" };
  }
  return really === claimed ? { ok: true, kind: claimed, name: name2 } : { ok: false, because: "mislabelled", claimed, really };
}
async function lookInside(bytes, claimed) {
  const found2 = await fileTypeFromBuffer(bytes).catch(() => void 0);
  if (!found2) return null;
  if (hasMacros(found2.ext)) return "macros";
  if (found2.ext === "cfb") return oldOffice(bytes, claimed);
  const kind = found2.ext === "zip" ? openXml(bytes) : KINDS2.find((each) => each.endings.includes(found2.ext)) ?? null;
  return kind?.type.startsWith(OPEN_XML) && includes(bytes, "vbaProject.bin", "latin1") ? "macros" : kind;
}
function hasMacros(ending) {
  return /^(do[ct]m|xl[st]m|xlsb|xlam|p[op]tm|ppsm|ppam)$/.test(ending);
}
function openXml(bytes) {
  if (!includes(bytes, "[Content_Types].xml", "latin1")) return null;
  const parts = { docx: "word/document.xml", xlsx: "xl/workbook.xml", pptx: "ppt/presentation.xml" };
  const found2 = Object.entries(parts).filter(([, part]) => includes(bytes, part, "latin1"));
  return found2.length === 1 ? kindOfEnding(found2[0]?.[0] ?? "") : null;
}
function oldOffice(bytes, claimed) {
  if (claimed?.type.startsWith(OPEN_XML) && includes(bytes, "EncryptedPackage", "utf16le")) return claimed;
  const streams = { doc: ["WordDocument"], ppt: ["PowerPoint Document"], xls: ["Workbook", "Book"] };
  const found2 = Object.entries(streams).filter(([, names2]) => names2.some((name2) => includes(bytes, `${name2}\0`, "utf16le")));
  const kinds = found2.map(([ending]) => kindOfEnding(ending));
  return kinds.find((kind) => kind === claimed) ?? kinds[0] ?? null;
}
function kindOfEnding(ending) {
  return KINDS2.find((kind) => kind.endings.includes(ending)) ?? null;
}
function includes(bytes, text2, encoding) {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(text2, encoding));
}
function isText(bytes) {
  let text2;
  try {
    text2 = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  if (/[\x00-\x08\x0e-\x1f\x7f]/.test(text2)) return false;
  return !/^\s*(<(!doctype|\?xml|html|head|body|svg|script)\b|#!|%PDF-|\{\\rtf)/i.test(text2);
}

// src/evidence/forms.ts
var EVIDENCE_FIELDS = [
  "evidenceLink",
  "evidenceLinkTitle",
  "evidencePlaceTitle",
  "evidencePlace",
  "evidenceFile"
];
var bounded = (longest, message) => z8.string().trim().max(longest, message);
var texts = z8.object({
  evidenceLink: bounded(LONGEST2.url, ERRORS.linkTooLong),
  evidenceLinkTitle: bounded(LONGEST2.title, ERRORS.linkTitleTooLong),
  evidencePlaceTitle: bounded(LONGEST2.title, ERRORS.placeTitleTooLong),
  evidencePlace: bounded(LONGEST2.place, ERRORS.placeTooLong)
});
async function readNewEvidence(form2, files) {
  const errors = {};
  const items = [];
  const read = texts.safeParse(evidenceValues(form2));
  if (read.success) {
    const link = readLinkFields(read.data.evidenceLink, read.data.evidenceLinkTitle, errors);
    const place = readPlaceFields(read.data.evidencePlace, read.data.evidencePlaceTitle, errors);
    if (link) items.push(link);
    if (place) items.push(place);
  } else {
    for (const issue of read.error.issues) errors[issue.path[0]] ??= issue.message;
  }
  const fileErrors = form2.tooLarge.includes("evidenceFile") ? [ERRORS.fileTooLarge] : [];
  for (const upload of form2.uploads.filter(({ field }) => field === "evidenceFile")) {
    const identified = await readUpload(upload, files);
    if (typeof identified === "string") fileErrors.push(identified);
    else items.push(identified);
  }
  if (fileErrors.length > 0) errors.evidenceFile = fileErrors.join(" ");
  if (Object.keys(errors).length === 0) return { ok: true, items };
  return { ok: false, errors: { ...filesToChooseAgain(form2, errors), ...errors } };
}
function evidenceValues(form2) {
  return {
    evidenceLink: form2.get("evidenceLink"),
    evidenceLinkTitle: form2.get("evidenceLinkTitle"),
    evidencePlaceTitle: form2.get("evidencePlaceTitle"),
    evidencePlace: form2.get("evidencePlace")
  };
}
function filesToChooseAgain(form2, errors = {}) {
  const names2 = form2.uploads.filter(({ field }) => field === "evidenceFile").map(({ name: name2 }) => cleanName(name2));
  return names2.length === 0 || errors.evidenceFile ? {} : { evidenceFile: chooseAgain(names2) };
}
function readEvidenceDeed(pressed) {
  if (pressed === "add-evidence") return { kind: "add" };
  const [, kind, id] = /^(remove|restore)-evidence:([\w-]{1,40})$/.exec(pressed) ?? [];
  return kind && id ? { kind, id } : null;
}
function readLinkFields(link, title2, errors) {
  if (!link) {
    if (title2) errors.evidenceLink = ERRORS.linkMissing;
    return null;
  }
  const read = readLink(link);
  if (read.ok) return { kind: "link", title: title2 || read.title, url: read.url };
  errors.evidenceLink = linkError(read.because);
  return null;
}
function readPlaceFields(place, title2, errors) {
  if (!place && !title2) return null;
  if (!title2) errors.evidencePlaceTitle = ERRORS.placeTitleMissing;
  if (!place) errors.evidencePlace = ERRORS.placeMissing;
  return place && title2 ? { kind: "place", title: title2, place } : null;
}
async function readUpload(upload, files) {
  const name2 = cleanName(upload.name);
  const identified = await identify(name2, await contentOf2(upload, files));
  if (!identified.ok) return fileError(name2, identified);
  return {
    kind: "file",
    title: identified.name.replace(/\.[^.]*$/, "") || identified.name,
    fileName: identified.name,
    fileType: identified.kind.type,
    bytes: upload.bytes,
    sha256: upload.sha256
  };
}
async function contentOf2(upload, files) {
  const file = await files.open(upload.sha256);
  if (!file) throw new Error(`The file ${upload.sha256} was kept a moment ago and is gone.`);
  const chunks = [];
  for await (const chunk of file.stream) chunks.push(chunk);
  return Buffer.concat(chunks);
}
function cleanName(name2) {
  const clean2 = name2.normalize("NFC").replace(/[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, "").replace(/[\\/]/g, " ").trim();
  return clean2.replace(/^\.+/, "") || "file";
}

// src/evidence/paths.ts
init_platform();
var paths2 = {
  file: path("/organisations/:organisation/evidence/:evidence")
};

// src/evidence/components.tsx
init_jsx_runtime();
function EvidenceItems({ items, organisationId, people: people2, canChange, removeName = "do" }) {
  if (items.length === 0) return null;
  return /* @__PURE__ */ jsx("ul", { class: "app-evidence", children: items.map((item) => /* @__PURE__ */ jsx("li", { class: "app-evidence__item", children: [
    /* @__PURE__ */ jsx(KindIcon, { kind: item.kind }),
    /* @__PURE__ */ jsx("div", { class: "app-evidence__about", children: [
      /* @__PURE__ */ jsx(Headline, { item, organisationId }),
      /* @__PURE__ */ jsx("p", { class: "app-evidence__meta", children: meta(item, people2) })
    ] }),
    canChange && /* @__PURE__ */ jsx(Button, { kind: "secondary", class: "app-evidence__remove", name: removeName, value: `remove-evidence:${item.id}`, children: [
      "Remove ",
      /* @__PURE__ */ jsx(VisuallyHidden, { children: item.title })
    ] })
  ] })) });
}
function Headline({ item, organisationId }) {
  if (item.kind === "place") {
    return /* @__PURE__ */ jsx(Fragment, { children: [
      /* @__PURE__ */ jsx("p", { class: "app-evidence__title", dir: "auto", children: item.title }),
      /* @__PURE__ */ jsx("p", { class: "app-evidence__place", dir: "auto", children: item.place })
    ] });
  }
  if (item.kind === "link") {
    return /* @__PURE__ */ jsx("p", { class: "app-evidence__title", dir: "auto", children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: item.url, target: "_blank", rel: "noopener noreferrer", children: [
      item.title,
      " (opens in new tab)"
    ] }) });
  }
  return /* @__PURE__ */ jsx("p", { class: "app-evidence__title", dir: "auto", children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths2.file.to({ organisation: organisationId, evidence: item.id }), download: item.fileName, children: [
    /* @__PURE__ */ jsx(VisuallyHidden, { children: "Download " }),
    item.fileName
  ] }) });
}
function meta(item, people2) {
  const what = item.kind === "file" ? `${kindOfType(item.fileType)?.word ?? KIND_WORDS.file}, ${fileSize(item.bytes)}` : KIND_WORDS[item.kind];
  const who = people2.get(item.addedBy);
  return `${what}. Added ${who ? `by ${who} ` : ""}on ${formatDate(item.addedAt)}.`;
}
function RemovedEvidence({ item, name: name2 = "do" }) {
  return /* @__PURE__ */ jsx(InsetText, { class: "app-evidence-removed", children: [
    /* @__PURE__ */ jsx("p", { class: "govuk-body", children: WORDS3.removed(item.title) }),
    /* @__PURE__ */ jsx(Button, { kind: "secondary", name: name2, value: `restore-evidence:${item.id}`, children: [
      "Put it back ",
      /* @__PURE__ */ jsx(VisuallyHidden, { children: item.title })
    ] })
  ] });
}
function AddEvidenceFields({ values, errors = {}, addName = "do" }) {
  const add = (word) => /* @__PURE__ */ jsx(Button, { kind: "secondary", name: addName, value: "add-evidence", children: word });
  const open4 = (...texts2) => texts2.some((text2) => text2);
  return /* @__PURE__ */ jsx("div", { class: "app-add-evidence", children: [
    /* @__PURE__ */ jsx(
      Details,
      {
        summary: WORDS3.addLink,
        open: open4(values?.evidenceLink, values?.evidenceLinkTitle, errors.evidenceLink, errors.evidenceLinkTitle),
        children: [
          /* @__PURE__ */ jsx(
            Input,
            {
              name: "evidenceLink",
              label: "Link",
              hint: "For example, example.org/safeguarding-policy",
              inputmode: "url",
              autocapitalize: "none",
              spellcheck: false,
              value: values?.evidenceLink,
              error: errors.evidenceLink
            }
          ),
          /* @__PURE__ */ jsx(
            Input,
            {
              name: "evidenceLinkTitle",
              label: "What it shows (optional)",
              value: values?.evidenceLinkTitle,
              error: errors.evidenceLinkTitle
            }
          ),
          add("Add link")
        ]
      }
    ),
    /* @__PURE__ */ jsx(
      Details,
      {
        summary: WORDS3.addPlace,
        open: open4(values?.evidencePlace, values?.evidencePlaceTitle, errors.evidencePlace, errors.evidencePlaceTitle),
        children: [
          /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "Best for anything about a young person: nothing is copied, and it stays where you look after it." }),
          /* @__PURE__ */ jsx(
            Input,
            {
              name: "evidencePlaceTitle",
              label: "What it is",
              hint: "For example, Signed consent forms",
              value: values?.evidencePlaceTitle,
              error: errors.evidencePlaceTitle
            }
          ),
          /* @__PURE__ */ jsx(
            CharacterCount,
            {
              name: "evidencePlace",
              label: "Where it is kept",
              hint: "For example, locked cabinet in the main office, ask the safeguarding lead",
              rows: 2,
              maxlength: LONGEST2.place,
              threshold: 75,
              value: values?.evidencePlace,
              error: errors.evidencePlace
            }
          ),
          add("Add place")
        ]
      }
    ),
    /* @__PURE__ */ jsx(Details, { summary: WORDS3.addFile, open: open4(errors.evidenceFile), children: [
      /* @__PURE__ */ jsx(InsetText, { children: WORDS3.aboutYoungPeople }),
      /* @__PURE__ */ jsx(
        FileUpload,
        {
          name: "evidenceFile",
          label: "File",
          hint: "PDF, Word, Excel, PowerPoint, OpenDocument, picture, text or CSV, up to 25 MB.",
          accept: ACCEPTED_ENDINGS,
          multiple: true,
          error: errors.evidenceFile
        }
      ),
      add("Add file")
    ] })
  ] });
}
function evidenceSummary(errors) {
  return EVIDENCE_FIELDS.flatMap((field) => {
    const text2 = errors[field];
    return text2 ? [{ text: text2, href: `#${field}` }] : [];
  });
}
var SHAPES4 = {
  link: "M10.500 13.500a4 4 0 006 .4l3-3a4 4 0 00-5.700-5.700l-1.300 1.300M13.500 10.500a4 4 0 00-6-.4l-3 3a4 4 0 005.700 5.700l1.300-1.300",
  place: "M12 21c4.500-5 7-8.500 7-11.500a7 7 0 10-14 0c0 3 2.500 6.500 7 11.500zM12 12a2.500 2.500 0 100-5 2.500 2.500 0 000 5z",
  file: "M6 3h8l5 5v13H6zM14 3v5h5M9 13h7M9 17h7"
};
function KindIcon({ kind }) {
  return /* @__PURE__ */ jsx("svg", { class: "app-evidence__icon", viewBox: "0 0 24 24", width: "28", height: "28", "aria-hidden": "true", focusable: "false", children: /* @__PURE__ */ jsx("path", { d: SHAPES4[kind] }) });
}

// src/evidence/routes.tsx
import { Readable as Readable2 } from "node:stream";
init_platform();
function createEvidence() {
  return new Routes().get(paths2.file.pattern, may("see-assessments"), async (visit2, c) => {
    const id = c.req.param("evidence") ?? "";
    const item = found(isId(id) ? await findEvidence(visit2.own, id) : null);
    if (item.kind !== "file" || item.removed) throw new Problem("not-found");
    const file = await visit2.files.open(item.sha256);
    if (!file) throw new Problem("broken", { cause: new Error(`The file of evidence ${id} is not where files are kept.`) });
    return new Response(Readable2.toWeb(file.stream), {
      headers: attachment(item.fileName, item.fileType, file.bytes)
    });
  });
}

// src/plan/actions.ts
init_platform();

// src/plan/rules.ts
var LONGEST3 = { action: 500, byWhom: 120, whatChanged: 2e3 };
var MOST_ACTIONS = 1e4;
var DUE_SOON_DAYS = 14;
function actionState({ byWhom, byWhen, completedOn }, today2) {
  if (completedOn !== null) return "completed";
  if (byWhen !== null && byWhen < today2) return "overdue";
  if (byWhen !== null && byWhen <= addDays(today2, DUE_SOON_DAYS)) return "due-soon";
  if (byWhen === null || byWhom === "") return "needs-owner-or-date";
  return "open";
}
function missingFrom({ byWhom, byWhen, completedOn }) {
  return { owner: completedOn === null && byWhom === "", date: completedOn === null && byWhen === null };
}
var SHOWS = ["not-completed", "overdue", "due-soon", "needs-owner-or-date", "completed"];
var NO_FILTER = { standard: null, person: null, priority: null, show: null };
function isFiltered({ standard: standard2, person, priority: priority2, show }) {
  return standard2 !== null || person !== null || priority2 !== null || show !== null;
}
function filterActions(actions, filter, edition, today2) {
  const standards = standardsByIndicator(edition);
  return actions.filter(
    (action) => (filter.standard === null || standards.get(action.indicatorId) === filter.standard) && (filter.person === null || personKey(action.byWhom) === filter.person) && (filter.priority === null || action.priority === filter.priority) && (filter.show === null || isShown(action, filter.show, today2))
  );
}
function isShown(action, show, today2) {
  if (show === "not-completed") return action.completedOn === null;
  if (show === "needs-owner-or-date") return missingFrom(action).owner || missingFrom(action).date;
  return actionState(action, today2) === show;
}
var ORDERS = ["plan", "standard", "date", "priority"];
function inOrder(actions, order, edition) {
  const key = sortKey(order, edition);
  return actions.map((action) => ({ action, key: key(action) })).sort((a2, b) => compare(a2.key, b.key) || a2.action.position - b.action.position).map(({ action }) => action);
}
function sortKey(order, edition) {
  const places = new Map(edition.indicators.map((indicator4, place) => [indicator4.id, place]));
  const pressing = new Map(edition.priorities.map((priority2, place) => [priority2.id, place]));
  switch (order) {
    case "plan":
      return () => 0;
    case "standard":
      return (action) => places.get(action.indicatorId) ?? places.size;
    case "date":
      return (action) => action.completedOn !== null ? "~~" : action.byWhen ?? "~";
    case "priority":
      return (action) => action.completedOn !== null ? pressing.size + 1 : pressing.get(action.priority ?? "") ?? pressing.size;
  }
}
function compare(a2, b) {
  return a2 < b ? -1 : a2 > b ? 1 : 0;
}
function planCounts(actions, today2) {
  const count2 = (show) => actions.filter((action) => isShown(action, show, today2)).length;
  return {
    total: actions.length,
    completed: count2("completed"),
    overdue: count2("overdue"),
    dueSoon: count2("due-soon"),
    needsOwnerOrDate: count2("needs-owner-or-date")
  };
}
function peopleIn(actions) {
  const names2 = /* @__PURE__ */ new Map();
  for (const { byWhom } of actions) if (byWhom !== "" && !names2.has(personKey(byWhom))) names2.set(personKey(byWhom), byWhom);
  return [...names2].map(([key, name2]) => ({ key, name: name2 })).sort((a2, b) => a2.name.localeCompare(b.name, "en-GB"));
}
function personKey(byWhom) {
  return byWhom.normalize("NFC").trim().replace(/\s+/g, " ").toLocaleLowerCase("en-GB");
}
function nextPosition(lastPosition) {
  return (lastPosition ?? 0) + 1;
}
function addDays(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 864e5).toISOString().slice(0, 10);
}
function standardsByIndicator(edition) {
  return new Map(edition.indicators.map((indicator4) => [indicator4.id, indicator4.standard]));
}

// src/plan/store.ts
var LINE2 = ["id", "indicator_id", "by_whom", "by_when", "priority", "position", "completed_on"];
async function actionsOf(own2, planId) {
  return (await present3(own2, planId).selectAll().orderBy("position").execute()).map(actionOf);
}
async function actionsAbout(own2, planId, indicatorId2) {
  const rows = await present3(own2, planId).selectAll().where("indicator_id", "=", indicatorId2).orderBy("position").execute();
  return rows.map(actionOf);
}
async function planLines(own2, planId) {
  return (await present3(own2, planId).select(LINE2).orderBy("position").execute()).map(lineOf);
}
async function actionsNamed(own2, planId, ids3) {
  if (ids3.length === 0) return [];
  const rows = await present3(own2, planId).selectAll().where("id", "in", ids3).execute();
  const byId = new Map(rows.map((row) => [row.id, actionOf(row)]));
  return ids3.flatMap((id) => byId.get(id) ?? []);
}
async function findAction(own2, planId, id) {
  const row = await own2.select("development_action").selectAll().where("id", "=", id).where("plan_id", "=", planId).executeTakeFirst();
  return row ? { ...actionOf(row), removed: row.removed_at !== null } : null;
}
async function actionsWithIds(own2, ids3) {
  if (ids3.length === 0) return /* @__PURE__ */ new Map();
  const rows = await own2.select("development_action").selectAll().where("id", "in", ids3).execute();
  return new Map(rows.map((row) => [row.id, { ...actionOf(row), removed: row.removed_at !== null }]));
}
async function sizeOf(own2, planId) {
  const { present: there } = await present3(own2, planId).select((e) => e.fn.countAll().as("present")).executeTakeFirstOrThrow();
  const last = await own2.select("development_action").select("position").where("plan_id", "=", planId).orderBy("position", "desc").limit(1).executeTakeFirst();
  return { present: Number(there), last: last?.position ?? null };
}
async function neighbour(own2, planId, position, side) {
  const row = await present3(own2, planId).select(["id", "position"]).where("position", side === "up" ? "<" : ">", position).orderBy("position", side === "up" ? "desc" : "asc").limit(1).executeTakeFirst();
  return row ?? null;
}
async function insertActions(own2, actions) {
  const rows = actions.map((action) => ({
    id: action.id,
    plan_id: action.planId,
    indicator_id: action.indicatorId,
    action: action.action,
    by_whom: action.byWhom,
    by_when: action.byWhen,
    priority: action.priority,
    position: action.position,
    completed_on: action.completedOn,
    what_changed: action.whatChanged,
    revision: action.revision,
    added_at: action.addedAt,
    removed_at: null
  }));
  for (let start2 = 0; start2 < rows.length; start2 += 500) {
    await own2.insert("development_action", rows.slice(start2, start2 + 500)).execute();
  }
}
async function updateAction(own2, id, changes) {
  await own2.update("development_action").set(changes).where("id", "=", id).execute();
}
function present3(own2, planId) {
  return own2.select("development_action").where("plan_id", "=", planId).where("removed_at", "is", null);
}
function lineOf(row) {
  return {
    id: row.id,
    indicatorId: row.indicator_id,
    byWhom: row.by_whom,
    byWhen: row.by_when,
    priority: row.priority,
    position: row.position,
    completedOn: row.completed_on
  };
}
function actionOf(row) {
  return {
    ...lineOf(row),
    planId: row.plan_id,
    action: row.action,
    whatChanged: row.what_changed,
    revision: row.revision
  };
}

// src/plan/actions.ts
async function addActionsIn(own2, by, planId, actions) {
  const taken = await actionsWithIds(
    own2,
    actions.map(({ id }) => id)
  );
  const already = (action) => {
    const known3 = taken.get(action.id);
    return known3 && !known3.removed && known3.planId === planId && sameWords(known3, action) ? known3 : null;
  };
  const size = await sizeOf(own2, planId);
  if (size.present + actions.filter((action) => !already(action)).length > MOST_ACTIONS) return { ok: false, because: "full" };
  let last = size.last;
  const result = [];
  const fresh = [];
  for (const action of actions) {
    const known3 = already(action);
    if (known3) {
      result.push(known3);
      continue;
    }
    last = nextPosition(last);
    const id = taken.has(action.id) || fresh.some((other) => other.id === action.id) ? newId() : action.id;
    const rest = { planId, position: last, completedOn: null, whatChanged: "", revision: 1 };
    const made = { ...wordsOf2(action), id, indicatorId: action.indicatorId, ...rest };
    fresh.push(made);
    result.push(made);
  }
  const addedAt = instant(by.clock);
  if (fresh.length > 0)
    await insertActions(
      own2,
      fresh.map((action) => ({ ...action, addedAt }))
    );
  for (const action of fresh) await auditLine2(own2, by, "action.added", action, { indicator: action.indicatorId });
  return { ok: true, actions: result };
}
async function takeSuggestionIn(own2, by, planId, indicatorId2, suggestion2) {
  const there = (await actionsAbout(own2, planId, indicatorId2)).find(({ action }) => action === suggestion2);
  if (there) return { ok: true, actions: [there] };
  return addActionsIn(own2, by, planId, [
    { id: newId(), indicatorId: indicatorId2, action: suggestion2, byWhom: "", byWhen: null, priority: null }
  ]);
}
function addAction(context2, organisationId, planId, action) {
  return context2.db.write((tx) => addActionsIn(ownedBy(tx, organisationId), context2, planId, [action]));
}
function editAction(context2, at2, revision, words3) {
  return change(context2, at2, async (own2, current) => {
    if (sameWords(current, words3)) return { ok: true, action: current };
    if (current.revision !== revision) return { ok: false, because: "stale", current };
    return save(own2, context2, current, "action.edited", wordsOf2(words3));
  });
}
function completeAction(context2, at2, revision, completion) {
  return change(context2, at2, async (own2, current) => {
    if (current.completedOn === completion.completedOn && current.whatChanged === completion.whatChanged)
      return { ok: true, action: current };
    const recorded = current.completedOn !== null || current.whatChanged !== "";
    if (recorded && current.revision !== revision) return { ok: false, because: "stale", current };
    return save(own2, context2, current, "action.completed", completion);
  });
}
function reopenAction(context2, at2) {
  return change(
    context2,
    at2,
    async (own2, current) => current.completedOn === null ? { ok: true, action: current } : save(own2, context2, current, "action.reopened", { completedOn: null })
  );
}
function removeAction(context2, at2) {
  return setRemoved2(context2, at2, true);
}
function restoreAction(context2, at2) {
  return setRemoved2(context2, at2, false);
}
function moveAction(context2, at2, side) {
  return context2.db.write(async (tx) => {
    const own2 = ownedBy(tx, at2.organisationId);
    const action = await present4(own2, at2);
    const other = await neighbour(own2, at2.planId, action.position, side);
    if (!other) return action;
    await updateAction(own2, action.id, { position: other.position });
    await updateAction(own2, other.id, { position: action.position });
    await auditLine2(own2, context2, "action.moved", action, { side });
    return { ...action, position: other.position };
  });
}
function setRemoved2(context2, at2, removed) {
  return context2.db.write(async (tx) => {
    const own2 = ownedBy(tx, at2.organisationId);
    const action = found(await findAction(own2, at2.planId, at2.actionId));
    if (action.removed === removed) return action;
    await updateAction(own2, action.id, { removed_at: removed ? instant(context2.clock) : null });
    await auditLine2(own2, context2, removed ? "action.removed" : "action.restored", action);
    return action;
  });
}
function change(context2, at2, decide) {
  return context2.db.write(async (tx) => {
    const own2 = ownedBy(tx, at2.organisationId);
    return decide(own2, await present4(own2, at2));
  });
}
async function present4(own2, { planId, actionId }) {
  const { removed, ...action } = found(await findAction(own2, planId, actionId));
  return found(removed ? null : action);
}
async function save(own2, by, current, deed, changes) {
  const action = { ...current, ...changes, revision: current.revision + 1 };
  await updateAction(own2, current.id, {
    action: action.action,
    by_whom: action.byWhom,
    by_when: action.byWhen,
    priority: action.priority,
    completed_on: action.completedOn,
    what_changed: action.whatChanged,
    revision: action.revision
  });
  const changed = Object.keys(changes).filter(
    (field) => field in current && current[field] !== action[field]
  );
  await auditLine2(own2, by, deed, action, { changed, revision: action.revision });
  return { ok: true, action };
}
function wordsOf2({ action, byWhom, byWhen, priority: priority2 }) {
  return { action, byWhom, byWhen, priority: priority2 };
}
function sameWords(a2, b) {
  return a2.action === b.action && a2.byWhom === b.byWhom && a2.byWhen === b.byWhen && a2.priority === b.priority;
}
function auditLine2(own2, by, action, { planId, id }, detail = {}) {
  return audit(own2.tx, by, { organisationId: own2.organisationId, action, subject: `plan/${planId}/action/${id}`, detail });
}

// src/plan/components.tsx
init_ui();

// src/plan/content.ts
init_ui();
var PLAN_TITLE = "Mentoring Development Plan";
var COLUMNS = {
  action: "Development action",
  standard: "Standard",
  indicator: "Indicator",
  byWhom: "By who?",
  byWhen: "By when?",
  priority: "Priority",
  completedOn: "Completed on"
};
var HEADER = {
  completedOn: "This framework was completed on",
  completedBy: "This framework was completed by",
  nextReviewOn: "We will next review our framework on",
  reviewedBy: "Our framework will be reviewed by"
};
var STATE_TAGS = {
  completed: { kind: "complete", word: "Completed" },
  overdue: { kind: "overdue", word: "Overdue" },
  "due-soon": { kind: "in-progress", word: "Due soon" },
  "needs-owner-or-date": { kind: "attention", word: "Needs a person and a date" },
  open: { kind: "not-started", word: "Open" }
};
function needsWord({ owner: owner2, date }) {
  if (owner2 && date) return "Needs a person and a date";
  return owner2 ? "Needs a person" : "Needs a date";
}
var SHOW_WORDS = {
  "not-completed": "Not completed yet",
  overdue: "Overdue",
  "due-soon": `Due in the next ${DUE_SOON_DAYS} days`,
  "needs-owner-or-date": "Needs a person or a date",
  completed: "Completed"
};
var ORDER_WORDS = {
  plan: "Our own order",
  standard: "Standard and indicator",
  date: "By when",
  priority: "Priority"
};
var WORDS4 = {
  notSet: "Not set yet",
  empty: "Your plan starts with one action",
  emptyText: "A development action is one thing you will do to learn or grow. Say what, who will do it and by when. You can add actions here or beside each indicator.",
  noneMatch: "No actions match what you chose.",
  added: "Action added",
  saved: "Action saved",
  completed: "Recorded as completed",
  reopened: "The action is open again",
  removed: "Action removed",
  restored: "Action put back",
  movedUp: "Moved up",
  movedDown: "Moved down",
  noDate: "It has no date yet, so nobody will be reminded of it."
};
function countsSentence({ total, completed, overdue, dueSoon, needsOwnerOrDate }) {
  const parts = [
    completed > 0 && `${completed} completed`,
    overdue > 0 && `${overdue} overdue`,
    dueSoon > 0 && `${dueSoon} due in the next ${DUE_SOON_DAYS} days`,
    needsOwnerOrDate > 0 && `${needsOwnerOrDate} that ${needsOwnerOrDate === 1 ? "needs" : "need"} a person or a date`
  ].filter((part) => part !== false);
  return `${plural(total, "action", "actions")}${parts.length > 0 ? `: ${parts.join(", ")}` : ""}.`;
}
var ERRORS2 = {
  actionMissing: "Enter what you will do",
  actionTooLong: `What you will do must be ${LONGEST3.action} characters or fewer`,
  byWhomTooLong: `By who must be ${LONGEST3.byWhom} characters or fewer`,
  priorityUnknown: "Choose a priority from the list",
  indicatorUnknown: "Choose the indicator it is about",
  whatChangedTooLong: `What changed must be ${LONGEST3.whatChanged} characters or fewer`,
  full: `This plan has ${MOST_ACTIONS.toLocaleString("en-GB")} actions, which is the most there can be. Remove some you no longer need.`
};
var DATES = { byWhen: "The date it will be done by", completedOn: "The date it was completed" };

// src/plan/forms.ts
init_platform();
import { z as z9 } from "zod";
var INLINE_PREFIX = "new-";
var text = (longest, tooLong) => z9.string().trim().max(longest, tooLong);
var words = z9.object({
  action: text(LONGEST3.action, ERRORS2.actionTooLong).min(1, ERRORS2.actionMissing),
  byWhom: text(LONGEST3.byWhom, ERRORS2.byWhomTooLong).transform((name2) => name2.replace(/\s+/g, " "))
});
function readAction(form2, edition, prefix = "") {
  const errors = {};
  const read = words.safeParse({ action: form2.get(`${prefix}action`), byWhom: form2.get(`${prefix}byWhom`) });
  for (const issue of read.error?.issues ?? []) errors[issue.path[0]] ??= issue.message;
  const byWhen = readDate(form2, `${prefix}byWhen`, { label: DATES.byWhen });
  if (!byWhen.ok) errors.byWhen = { text: byWhen.message, parts: byWhen.parts };
  const priority2 = form2.get(`${prefix}priority`);
  if (priority2 !== "" && !edition.priorities.some(({ id }) => id === priority2)) errors.priority = ERRORS2.priorityUnknown;
  if (!read.success || !byWhen.ok || errors.priority) return { ok: false, errors };
  return { ok: true, value: { ...read.data, byWhen: byWhen.day, priority: priority2 || null } };
}
function readNewAction(form2, edition) {
  const indicatorId2 = form2.get("indicator");
  const read = readAction(form2, edition);
  if (!edition.indicators.some(({ id }) => id === indicatorId2)) {
    return { ok: false, errors: { indicator: ERRORS2.indicatorUnknown, ...read.ok ? {} : read.errors } };
  }
  return read.ok ? { ok: true, value: { ...read.value, id: idIn(form2, "id"), indicatorId: indicatorId2 } } : read;
}
function readInlineAction(form2, edition, indicatorId2) {
  const { byWhen, ...typed } = actionValues(form2, INLINE_PREFIX);
  const anything = [...Object.values(typed), ...Object.values(byWhen)].some((value) => value.trim() !== "");
  if (!anything && form2.get("do") !== "add-action") return null;
  const read = readAction(form2, edition, INLINE_PREFIX);
  return read.ok ? { ok: true, value: { ...read.value, id: idIn(form2, `${INLINE_PREFIX}id`), indicatorId: indicatorId2 } } : read;
}
function readSuggestion(form2, suggestions) {
  const [, place] = /^take-suggestion:(\d{1,4})$/.exec(form2.get("do")) ?? [];
  return place === void 0 ? null : suggestions[Number(place)] ?? null;
}
function actionValues(form2, prefix = "") {
  return {
    action: form2.get(`${prefix}action`),
    byWhom: form2.get(`${prefix}byWhom`),
    byWhen: typedDate(form2, `${prefix}byWhen`),
    priority: form2.get(`${prefix}priority`)
  };
}
function valuesOf(action) {
  return { action: action.action, byWhom: action.byWhom, byWhen: dateBoxes(action.byWhen), priority: action.priority ?? "" };
}
function actionSummary(errors, prefix = "") {
  return ["indicator", "action", "byWhom", "byWhen", "priority"].flatMap((field) => {
    const error = errors[field];
    if (!error) return [];
    if (typeof error === "string") return [{ text: error, href: `#${prefix}${field}` }];
    return [{ text: error.text, href: `#${prefix}${field}-${error.parts[0] ?? "day"}` }];
  });
}
function readCompletion(form2, today2) {
  const on = readDate(form2, "completedOn", { label: DATES.completedOn, notAfter: today2 });
  const changed = text(LONGEST3.whatChanged, ERRORS2.whatChangedTooLong).safeParse(form2.get("whatChanged"));
  if (on.ok && changed.success) return { ok: true, value: { completedOn: on.day ?? today2, whatChanged: changed.data } };
  return {
    ok: false,
    errors: {
      ...on.ok ? {} : { completedOn: { text: on.message, parts: on.parts } },
      ...changed.success ? {} : { whatChanged: ERRORS2.whatChangedTooLong }
    }
  };
}
function readRevision(form2) {
  return /^\d{1,9}$/.test(form2.get("revision")) ? Number(form2.get("revision")) : -1;
}
var WHOLE_PLAN = { filter: NO_FILTER, order: "plan", page: 1 };
function readView(get, edition) {
  const standard2 = edition.standards.find(({ number }) => String(number) === get("standard"))?.number ?? null;
  const priority2 = edition.priorities.find(({ id }) => id === get("priority"))?.id ?? null;
  const person = personKey((get("person") ?? "").slice(0, LONGEST3.byWhom)) || null;
  const show = SHOWS.find((each) => each === get("show")) ?? null;
  const order = ORDERS.find((each) => each === get("order")) ?? "plan";
  const page2 = /^[1-9]\d{0,5}$/.test(get("page") ?? "") ? Number(get("page")) : 1;
  return { filter: { standard: standard2, person, priority: priority2, show }, order, page: page2 };
}
function viewQuery({ filter, order, page: page2 }) {
  return { ...filter, order: order === "plan" ? null : order, page: page2 === 1 ? null : page2 };
}
function idIn(form2, field) {
  return isId(form2.get(field)) ? form2.get(field) : newId();
}

// src/plan/paths.ts
init_platform();
var paths3 = {
  plan: path("/organisations/:organisation/plans/:plan"),
  order: path("/organisations/:organisation/plans/:plan/order"),
  newAction: path("/organisations/:organisation/plans/:plan/actions/new"),
  action: path("/organisations/:organisation/plans/:plan/actions/:action"),
  completion: path("/organisations/:organisation/plans/:plan/actions/:action/completion"),
  reopening: path("/organisations/:organisation/plans/:plan/actions/:action/reopening"),
  removal: path("/organisations/:organisation/plans/:plan/actions/:action/removal"),
  restoring: path("/organisations/:organisation/plans/:plan/actions/:action/restoring")
};
function anchorOf(actionId) {
  return `action-${actionId}`;
}

// src/plan/components.tsx
init_jsx_runtime();
function ActionFields({ edition, values, errors = {}, prefix = "", people: people2 = [] }) {
  const listId = `${prefix}people`;
  return /* @__PURE__ */ jsx(Fragment, { children: [
    /* @__PURE__ */ jsx(
      CharacterCount,
      {
        name: `${prefix}action`,
        label: "What will you do?",
        hint: "For example, ask mentees and their families for feedback twice a year",
        rows: 3,
        maxlength: LONGEST3.action,
        threshold: 75,
        value: values?.action,
        error: errors.action
      }
    ),
    /* @__PURE__ */ jsx(
      Input,
      {
        name: `${prefix}byWhom`,
        label: "By who? (optional)",
        hint: "A name or a role",
        class: "govuk-!-width-two-thirds",
        autocomplete: "off",
        value: values?.byWhom,
        error: errors.byWhom,
        attributes: people2.length > 0 ? { list: listId } : {}
      }
    ),
    people2.length > 0 && /* @__PURE__ */ jsx("datalist", { id: listId, children: people2.map((name2) => /* @__PURE__ */ jsx("option", { value: name2 })) }),
    /* @__PURE__ */ jsx(
      DateInput,
      {
        name: `${prefix}byWhen`,
        legend: "By when? (optional)",
        hint: "For example, 31 1 2027",
        value: values?.byWhen,
        error: errors.byWhen?.text,
        errorIn: errors.byWhen?.parts
      }
    ),
    /* @__PURE__ */ jsx(
      Select,
      {
        name: `${prefix}priority`,
        label: "Priority (optional)",
        value: values?.priority,
        error: errors.priority,
        items: [{ value: "", text: WORDS4.notSet }, ...edition.priorities.map(({ id, label: label2 }) => ({ value: id, text: label2 }))]
      }
    )
  ] });
}
function StateTag({ action, today: today2 }) {
  const state2 = actionState(action, today2);
  const { kind, word } = STATE_TAGS[state2];
  return /* @__PURE__ */ jsx(StatusTag, { kind, children: state2 === "needs-owner-or-date" ? needsWord(missingFrom(action)) : word });
}
function Priority({ id, edition }) {
  const order = edition.priorities.findIndex((priority2) => priority2.id === id);
  if (order < 0) return /* @__PURE__ */ jsx(Fragment, { children: id });
  return /* @__PURE__ */ jsx(PriorityTag, { label: edition.priorities[order]?.label ?? id, order, count: edition.priorities.length });
}
function ActionsInline(props) {
  const { actions, edition, suggestions, newId: newId3, canChange, values, errors } = props;
  const offered = suggestions.map((text2, place) => ({ text: text2, place })).filter(({ text: text2 }) => !actions.some(({ action }) => action === text2));
  const failing = errors !== void 0 && Object.keys(errors).length > 0;
  const started = values !== void 0 && [values.action, values.byWhom, values.priority, ...Object.values(values.byWhen)].some(Boolean);
  return /* @__PURE__ */ jsx("div", { class: "app-actions-inline", children: [
    actions.length > 0 && /* @__PURE__ */ jsx("ul", { class: "app-actions", children: actions.map((action) => /* @__PURE__ */ jsx(PlannedAction, { ...props, action })) }),
    canChange && offered.length > 0 && /* @__PURE__ */ jsx(Details, { summary: "Ideas for actions", open: actions.length === 0 && !started && !failing, children: /* @__PURE__ */ jsx("ul", { class: "app-suggestions", children: offered.map(({ text: text2, place }) => /* @__PURE__ */ jsx("li", { class: "app-suggestions__item", children: [
      /* @__PURE__ */ jsx("p", { class: "app-suggestions__text", children: text2 }),
      /* @__PURE__ */ jsx(Button, { kind: "secondary", name: "do", value: `take-suggestion:${place}`, children: [
        "Add ",
        /* @__PURE__ */ jsx(VisuallyHidden, { children: [
          "\u201C",
          text2,
          "\u201D "
        ] }),
        "to the plan"
      ] })
    ] })) }) }),
    canChange && /* @__PURE__ */ jsx(Details, { summary: "Write an action of your own", open: started || failing, children: [
      /* @__PURE__ */ jsx("input", { type: "hidden", name: `${INLINE_PREFIX}id`, value: newId3 }),
      /* @__PURE__ */ jsx(ActionFields, { edition, values, errors, prefix: INLINE_PREFIX }),
      /* @__PURE__ */ jsx(Button, { kind: "secondary", name: "do", value: "add-action", children: "Add action" })
    ] })
  ] });
}
function PlannedAction({
  action,
  organisationId,
  planId,
  edition,
  today: today2,
  canChange
}) {
  const where2 = { organisation: organisationId, plan: planId, action: action.id };
  return /* @__PURE__ */ jsx("li", { class: "app-actions__item", children: [
    /* @__PURE__ */ jsx("p", { class: "app-actions__text", dir: "auto", children: action.action }),
    /* @__PURE__ */ jsx("p", { class: "app-actions__facts", children: [
      /* @__PURE__ */ jsx(StateTag, { action, today: today2 }),
      action.byWhom && /* @__PURE__ */ jsx("span", { dir: "auto", children: action.byWhom }),
      action.completedOn ? /* @__PURE__ */ jsx("span", { children: [
        "completed on ",
        formatDate(action.completedOn)
      ] }) : action.byWhen && /* @__PURE__ */ jsx("span", { children: [
        "by ",
        formatDate(action.byWhen)
      ] }),
      action.priority && /* @__PURE__ */ jsx(Priority, { id: action.priority, edition }),
      canChange && /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths3.action.to(where2), children: [
        "Change",
        /* @__PURE__ */ jsx(VisuallyHidden, { children: [
          " \u201C",
          action.action,
          "\u201D"
        ] })
      ] })
    ] })
  ] });
}

// src/plan/routes.tsx
init_platform();

// src/plan/action-pages.tsx
init_platform();
init_ui();

// src/plan/pages.tsx
init_ui();

// src/plan/table.tsx
init_ui();
init_jsx_runtime();
var ROLE = {
  table: { role: "table" },
  rowgroup: { role: "rowgroup" },
  row: { role: "row" },
  columnheader: { role: "columnheader" },
  cell: { role: "cell" }
};
function PlanTable(props) {
  return /* @__PURE__ */ jsx("table", { class: "app-plan", ...ROLE.table, children: [
    /* @__PURE__ */ jsx("caption", { class: "govuk-visually-hidden", children: "Development actions" }),
    /* @__PURE__ */ jsx("thead", { class: "app-plan__head", ...ROLE.rowgroup, children: /* @__PURE__ */ jsx("tr", { ...ROLE.row, children: [
      Object.entries(COLUMNS).map(([name2, word]) => /* @__PURE__ */ jsx("th", { class: `app-plan__header app-plan__header--${name2}`, ...ROLE.columnheader, scope: "col", children: word })),
      props.canChange && /* @__PURE__ */ jsx("th", { class: "app-plan__header app-plan__controls", ...ROLE.columnheader, scope: "col", children: /* @__PURE__ */ jsx(VisuallyHidden, { children: "Change" }) })
    ] }) }),
    /* @__PURE__ */ jsx("tbody", { ...ROLE.rowgroup, children: props.actions.map((action) => /* @__PURE__ */ jsx(Row2, { ...props, action })) })
  ] });
}
function Row2(props) {
  const { action, edition, today: today2 } = props;
  const indicator4 = edition.indicators.find(({ id }) => id === action.indicatorId);
  const standard2 = edition.standards.find(({ number }) => number === indicator4?.standard);
  const missing = missingFrom(action);
  const unset = (needed) => needed ? /* @__PURE__ */ jsx("span", { class: "app-plan__unset", children: WORDS4.notSet }) : null;
  return /* @__PURE__ */ jsx("tr", { class: "app-plan__row", ...ROLE.row, id: anchorOf(action.id), children: [
    /* @__PURE__ */ jsx(Cell, { name: "action", children: [
      /* @__PURE__ */ jsx("div", { class: "app-plan__text", dir: "auto", children: action.action }),
      /* @__PURE__ */ jsx(StateTag, { action, today: today2 }),
      action.completedOn && action.whatChanged && /* @__PURE__ */ jsx("div", { class: "app-plan__changed", children: [
        /* @__PURE__ */ jsx("strong", { children: "What changed" }),
        /* @__PURE__ */ jsx(FormattedText, { text: action.whatChanged })
      ] })
    ] }),
    /* @__PURE__ */ jsx(Cell, { name: "standard", children: standard2 ? `${standard2.number} ${standard2.title}` : null }),
    /* @__PURE__ */ jsx(Cell, { name: "indicator", children: indicator4 ? `${indicator4.id} ${indicator4.shortTitle}` : action.indicatorId }),
    /* @__PURE__ */ jsx(Cell, { name: "byWhom", children: action.byWhom ? /* @__PURE__ */ jsx("span", { dir: "auto", children: action.byWhom }) : unset(missing.owner) }),
    /* @__PURE__ */ jsx(Cell, { name: "byWhen", children: action.byWhen ? formatDate(action.byWhen) : unset(missing.date) }),
    /* @__PURE__ */ jsx(Cell, { name: "priority", children: action.priority && /* @__PURE__ */ jsx(Priority, { id: action.priority, edition }) }),
    /* @__PURE__ */ jsx(Cell, { name: "completedOn", children: action.completedOn && formatDate(action.completedOn) }),
    props.canChange && /* @__PURE__ */ jsx(Controls, { ...props })
  ] });
}
function Cell({ name: name2, children }) {
  const empty = children === null || children === void 0 || children === "";
  return /* @__PURE__ */ jsx("td", { class: `app-plan__cell app-plan__cell--${name2}${empty ? " app-plan__cell--empty" : ""}`, ...ROLE.cell, children: [
    /* @__PURE__ */ jsx("span", { class: "app-plan__label", "aria-hidden": "true", children: COLUMNS[name2] }),
    /* @__PURE__ */ jsx("div", { class: "app-plan__value", children })
  ] });
}
function Controls({ organisationId, planId, action, view, canMove, ends }) {
  const where2 = { organisation: organisationId, plan: planId, action: action.id };
  const query = viewQuery(view);
  const about2 = /* @__PURE__ */ jsx(VisuallyHidden, { children: [
    " \u201C",
    action.action,
    "\u201D"
  ] });
  return /* @__PURE__ */ jsx("td", { class: "app-plan__cell app-plan__controls", ...ROLE.cell, children: [
    /* @__PURE__ */ jsx("ul", { class: "app-plan__links", children: [
      /* @__PURE__ */ jsx("li", { children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths3.action.to(where2, query), children: [
        "Change",
        about2
      ] }) }),
      action.completedOn === null && /* @__PURE__ */ jsx("li", { children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths3.completion.to(where2, query), children: [
        "Complete",
        about2
      ] }) })
    ] }),
    canMove && ends[0] !== ends[1] && /* @__PURE__ */ jsx("div", { class: "app-plan__moves", children: [
      action.id !== ends[0] && /* @__PURE__ */ jsx(Move, { side: "up", action }),
      action.id !== ends[1] && /* @__PURE__ */ jsx(Move, { side: "down", action })
    ] })
  ] });
}
function Move({ side, action }) {
  return /* @__PURE__ */ jsx(
    Button,
    {
      kind: "secondary",
      class: "app-plan__move",
      name: "move",
      value: `${side}:${action.id}`,
      attributes: { title: `Move ${side}` },
      children: [
        /* @__PURE__ */ jsx("svg", { viewBox: "0 0 16 16", width: "16", height: "16", "aria-hidden": "true", focusable: "false", children: /* @__PURE__ */ jsx(
          "path",
          {
            fill: "currentColor",
            d: side === "up" ? "M8 3l6 7-1.500 1.300L8 6l-4.500 5.300L2 10z" : "M8 13L2 6l1.500-1.300L8 10l4.500-5.300L14 6z"
          }
        ) }),
        /* @__PURE__ */ jsx(VisuallyHidden, { children: [
          "Move ",
          side,
          " \u201C",
          action.action,
          "\u201D"
        ] })
      ]
    }
  );
}

// src/plan/pages.tsx
init_jsx_runtime();
function planPage(model4) {
  const { header, counts, canChange, organisationId, planId } = model4;
  const address = { organisation: organisationId, plan: planId };
  const add = canChange && /* @__PURE__ */ jsx(Button, { href: paths3.newAction.to(address, viewQuery(model4.view)), children: "Add an action" });
  return {
    title: PLAN_TITLE,
    wide: true,
    back: header.back,
    body: /* @__PURE__ */ jsx("div", { class: "app-plan-page", children: [
      /* @__PURE__ */ jsx(PageHeading, { caption: header.title, children: PLAN_TITLE }),
      model4.removed && canChange && /* @__PURE__ */ jsx(Undo, { model: model4, removed: model4.removed }),
      /* @__PURE__ */ jsx(Facts, { header }),
      counts.total === 0 ? /* @__PURE__ */ jsx(EmptyState, { title: WORDS4.empty, action: add, children: WORDS4.emptyText }) : /* @__PURE__ */ jsx(Fragment, { children: [
        /* @__PURE__ */ jsx("div", { class: "app-plan-page__summary", children: [
          /* @__PURE__ */ jsx("p", { class: "govuk-body-l", children: countsSentence(counts) }),
          counts.overdue > 0 && canChange && /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "Plans change. If a date no longer fits, give the action a new one." }),
          add
        ] }),
        /* @__PURE__ */ jsx(ListFilters, { model: model4 }),
        /* @__PURE__ */ jsx(List, { model: model4 })
      ] })
    ] })
  };
}
function Facts({ header }) {
  const day = (value, none) => value ? formatDate(value) : none;
  return /* @__PURE__ */ jsx(
    SummaryList,
    {
      class: "app-plan-page__facts",
      rows: [
        { key: HEADER.completedOn, value: day(header.completedOn, "Not completed yet") },
        { key: HEADER.completedBy, value: header.completedBy || "Not completed yet" },
        { key: HEADER.nextReviewOn, value: day(header.nextReviewOn, WORDS4.notSet) },
        { key: HEADER.reviewedBy, value: header.reviewedBy || WORDS4.notSet }
      ]
    }
  );
}
function ListFilters({ model: { header, people: people2, view, organisationId, planId } }) {
  const { edition } = header;
  const { filter, order } = view;
  const action = paths3.plan.to({ organisation: organisationId, plan: planId });
  const changed = isFiltered(filter) || order !== "plan";
  return /* @__PURE__ */ jsx(
    Filters,
    {
      action,
      label: "Choose which actions to see",
      clear: changed ? { href: action, text: "Show all, in our own order" } : null,
      children: [
        /* @__PURE__ */ jsx(
          Select,
          {
            name: "standard",
            label: COLUMNS.standard,
            value: filter.standard === null ? "" : String(filter.standard),
            items: [
              { value: "", text: "All standards" },
              ...edition.standards.map(({ number, title: title2 }) => ({ value: String(number), text: `${number} ${title2}` }))
            ]
          }
        ),
        /* @__PURE__ */ jsx(
          Select,
          {
            name: "person",
            label: COLUMNS.byWhom,
            value: filter.person ?? "",
            items: [{ value: "", text: "Everyone" }, ...people2.map(({ key, name: name2 }) => ({ value: key, text: name2 }))]
          }
        ),
        /* @__PURE__ */ jsx(
          Select,
          {
            name: "priority",
            label: COLUMNS.priority,
            value: filter.priority ?? "",
            items: [
              { value: "", text: "All priorities" },
              ...edition.priorities.map(({ id, label: label2 }) => ({ value: id, text: label2 }))
            ]
          }
        ),
        /* @__PURE__ */ jsx(
          Select,
          {
            name: "show",
            label: "Show",
            value: filter.show ?? "",
            items: [{ value: "", text: "All actions" }, ...SHOWS.map((show) => ({ value: show, text: SHOW_WORDS[show] }))]
          }
        ),
        /* @__PURE__ */ jsx(
          Select,
          {
            name: "order",
            label: "In the order of",
            value: order,
            items: ORDERS.map((each) => ({ value: each, text: ORDER_WORDS[each] }))
          }
        )
      ]
    }
  );
}
function List({ model: model4 }) {
  const { view, matching, pages, actions, organisationId, planId, header, canChange } = model4;
  if (matching === 0) return /* @__PURE__ */ jsx("p", { class: "govuk-body", children: WORDS4.noneMatch });
  const canMove = canChange && view.order === "plan" && !isFiltered(view.filter);
  const { edition } = header;
  const { today: today2, ends } = model4;
  const table = /* @__PURE__ */ jsx(PlanTable, { ...{ organisationId, planId, edition, actions, today: today2, view, canChange, canMove, ends } });
  return /* @__PURE__ */ jsx(Fragment, { children: [
    (isFiltered(view.filter) || pages > 1) && /* @__PURE__ */ jsx("p", { class: "govuk-body app-plan-page__showing", children: showing(model4) }),
    canMove ? /* @__PURE__ */ jsx(Form, { action: paths3.order.to({ organisation: organisationId, plan: planId }), children: [
      /* @__PURE__ */ jsx(ViewFields, { view }),
      table
    ] }) : table,
    /* @__PURE__ */ jsx(Pages, { model: model4 })
  ] });
}
function showing({ view, matching, pages, actions, counts }) {
  const first2 = (view.page - 1) * PAGE_SIZE + 1;
  const range = pages > 1 ? `${first2} to ${first2 + actions.length - 1} of ` : "";
  const rest = matching < counts.total ? `, out of ${counts.total} in the plan` : "";
  return `Showing ${range}${plural(matching, "action", "actions")}${rest}.`;
}
var PAGE_SIZE = 50;
function Pages({ model: { pages, view, organisationId, planId } }) {
  if (pages <= 1) return null;
  const to = (page2) => paths3.plan.to({ organisation: organisationId, plan: planId }, viewQuery({ ...view, page: page2 }));
  const near = [1, view.page - 1, view.page, view.page + 1, pages].filter((page2) => page2 >= 1 && page2 <= pages);
  const numbers = [...new Set(near)];
  return /* @__PURE__ */ jsx(
    Pagination,
    {
      previous: view.page > 1 ? { href: to(view.page - 1) } : null,
      next: view.page < pages ? { href: to(view.page + 1) } : null,
      items: numbers.flatMap((number, index) => {
        const item = { number, href: to(number), current: number === view.page };
        return index > 0 && number - (numbers[index - 1] ?? 0) > 1 ? [{ ellipsis: true }, item] : [item];
      })
    }
  );
}
function Undo({ model: model4, removed }) {
  const where2 = { organisation: model4.organisationId, plan: model4.planId, action: removed.id };
  return /* @__PURE__ */ jsx(InsetText, { class: "app-plan-page__undo", children: [
    /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
      "You removed \u201C",
      removed.action,
      "\u201D."
    ] }),
    /* @__PURE__ */ jsx(Form, { action: paths3.restoring.to(where2), children: [
      /* @__PURE__ */ jsx(ViewFields, { view: model4.view }),
      /* @__PURE__ */ jsx(Button, { kind: "secondary", children: "Put it back" })
    ] })
  ] });
}
function ViewFields({ view }) {
  return /* @__PURE__ */ jsx(Fragment, { children: Object.entries(viewQuery(view)).map(
    ([name2, value]) => value === null ? null : /* @__PURE__ */ jsx("input", { type: "hidden", name: `view-${name2}`, value: String(value) })
  ) });
}
function backToPlan(organisationId, planId, view = WHOLE_PLAN) {
  return { href: paths3.plan.to({ organisation: organisationId, plan: planId }, viewQuery(view)), text: "Back to the plan" };
}

// src/plan/action-pages.tsx
init_jsx_runtime();
function newActionPage(model4) {
  const { organisationId, planId, edition, view, errors } = model4;
  const summary2 = [...model4.problem ? [{ text: model4.problem }] : [], ...actionSummary(errors ?? {})];
  return page(
    "Add an action",
    model4,
    summary2,
    /* @__PURE__ */ jsx(Fragment, { children: [
      /* @__PURE__ */ jsx(PageHeading, { children: "Add an action" }),
      /* @__PURE__ */ jsx(Form, { action: paths3.newAction.to({ organisation: organisationId, plan: planId }), children: [
        /* @__PURE__ */ jsx(ViewFields, { view }),
        /* @__PURE__ */ jsx("input", { type: "hidden", name: "id", value: model4.id }),
        /* @__PURE__ */ jsx(
          Select,
          {
            name: "indicator",
            label: "Which indicator is it about?",
            class: "app-plan-indicator",
            value: model4.indicatorId,
            error: errors?.indicator,
            items: [
              { value: "", text: "Choose an indicator" },
              ...edition.indicators.map(({ id, shortTitle }) => ({ value: id, text: `${id} ${shortTitle}` }))
            ]
          }
        ),
        /* @__PURE__ */ jsx(ActionFields, { edition, values: model4.values, errors, people: model4.people }),
        /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Add action" })
      ] })
    ] })
  );
}
function editActionPage(model4) {
  const { organisationId, planId, edition, view, action, errors, stale } = model4;
  const where2 = { organisation: organisationId, plan: planId, action: action.id };
  const title2 = "Change this action";
  return page(
    title2,
    model4,
    actionSummary(errors ?? {}),
    /* @__PURE__ */ jsx(Fragment, { children: [
      /* @__PURE__ */ jsx(PageHeading, { caption: about(edition, action), children: title2 }),
      stale && /* @__PURE__ */ jsx(Theirs, { what: "this action", rows: wordRows(action, edition) }),
      /* @__PURE__ */ jsx(Form, { action: paths3.action.to(where2), children: [
        /* @__PURE__ */ jsx(ViewFields, { view }),
        /* @__PURE__ */ jsx("input", { type: "hidden", name: "revision", value: action.revision }),
        /* @__PURE__ */ jsx(ActionFields, { edition, values: model4.values ?? valuesOf(action), errors, people: model4.people }),
        /* @__PURE__ */ jsx(Button, { children: stale ? "Save my version" : "Save" })
      ] }),
      /* @__PURE__ */ jsx("section", { class: "app-action-more", children: [
        /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", children: action.completedOn ? "This action is completed" : "Is it done?" }),
        action.completedOn ? /* @__PURE__ */ jsx(Done, { ...model4 }) : /* @__PURE__ */ jsx("p", { class: "govuk-body", children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths3.completion.to(where2), children: "Record that this action is completed" }) }),
        /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", children: "No longer needed?" }),
        /* @__PURE__ */ jsx(Form, { action: paths3.removal.to(where2), children: [
          /* @__PURE__ */ jsx(ViewFields, { view }),
          /* @__PURE__ */ jsx(Button, { kind: "secondary", children: "Remove this action" })
        ] })
      ] })
    ] })
  );
}
function Done({ organisationId, planId, view, action }) {
  const where2 = { organisation: organisationId, plan: planId, action: action.id };
  return /* @__PURE__ */ jsx(Fragment, { children: [
    /* @__PURE__ */ jsx(
      SummaryList,
      {
        rows: [
          {
            key: COLUMNS.completedOn,
            value: formatDate(action.completedOn ?? ""),
            actions: [{ text: "Change", href: paths3.completion.to(where2), hiddenText: "what is recorded" }]
          },
          { key: "What changed", value: action.whatChanged ? /* @__PURE__ */ jsx(FormattedText, { text: action.whatChanged }) : WORDS4.notSet }
        ]
      }
    ),
    /* @__PURE__ */ jsx(Form, { action: paths3.reopening.to(where2), children: [
      /* @__PURE__ */ jsx(ViewFields, { view }),
      /* @__PURE__ */ jsx(Button, { kind: "secondary", children: "Open it again" })
    ] })
  ] });
}
function completionPage(model4) {
  const { organisationId, planId, edition, view, action, values, errors, stale } = model4;
  const title2 = "Record that an action is completed";
  const summary2 = [
    ...errors?.completedOn ? [{ text: errors.completedOn.text, href: `#completedOn-${errors.completedOn.parts[0] ?? "day"}` }] : [],
    ...errors?.whatChanged ? [{ text: errors.whatChanged, href: "#whatChanged" }] : []
  ];
  return page(
    title2,
    model4,
    summary2,
    /* @__PURE__ */ jsx(Fragment, { children: [
      /* @__PURE__ */ jsx(PageHeading, { caption: about(edition, action), children: title2 }),
      stale && /* @__PURE__ */ jsx(
        Theirs,
        {
          what: "that it is completed",
          rows: [
            { key: COLUMNS.completedOn, value: action.completedOn ? formatDate(action.completedOn) : WORDS4.notSet },
            { key: "What changed", value: /* @__PURE__ */ jsx(FormattedText, { text: action.whatChanged }) }
          ]
        }
      ),
      /* @__PURE__ */ jsx(InsetText, { children: /* @__PURE__ */ jsx("p", { class: "govuk-body", dir: "auto", children: action.action }) }),
      /* @__PURE__ */ jsx(Form, { action: paths3.completion.to({ organisation: organisationId, plan: planId, action: action.id }), children: [
        /* @__PURE__ */ jsx(ViewFields, { view }),
        /* @__PURE__ */ jsx("input", { type: "hidden", name: "revision", value: action.revision }),
        /* @__PURE__ */ jsx(
          DateInput,
          {
            name: "completedOn",
            legend: "When was it completed?",
            hint: "Leave this empty for today",
            value: values.completedOn,
            error: errors?.completedOn?.text,
            errorIn: errors?.completedOn?.parts
          }
        ),
        /* @__PURE__ */ jsx(
          CharacterCount,
          {
            name: "whatChanged",
            label: "What changed? (optional)",
            hint: "For young people, for mentors or in how you work. Leave out names of young people.",
            rows: 5,
            maxlength: LONGEST3.whatChanged,
            threshold: 75,
            value: values.whatChanged,
            error: errors?.whatChanged
          }
        ),
        /* @__PURE__ */ jsx(Button, { children: stale ? "Save my version" : "Save" })
      ] })
    ] })
  );
}
function completionValues(action, today2) {
  return { completedOn: dateBoxes(action.completedOn ?? today2), whatChanged: action.whatChanged };
}
function page(title2, { organisationId, planId, view, stale }, errors, content) {
  return {
    title: title2,
    error: errors.length > 0 || stale === true,
    back: backToPlan(organisationId, planId, view),
    body: /* @__PURE__ */ jsx(TwoThirds, { children: [
      errors.length > 0 && /* @__PURE__ */ jsx(ErrorSummary, { errors }),
      content
    ] })
  };
}
function Theirs({ what, rows }) {
  return /* @__PURE__ */ jsx(InsetText, { class: "app-action-theirs", children: [
    /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", children: [
      "Someone changed ",
      what,
      " while you were writing"
    ] }),
    /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "This is what it says now. What you wrote is in the form below and is not saved yet." }),
    /* @__PURE__ */ jsx(SummaryList, { rows }),
    /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "To keep theirs, go back to the plan. To use yours instead, save it." })
  ] });
}
function wordRows(action, edition) {
  return [
    { key: COLUMNS.action, value: action.action },
    { key: COLUMNS.byWhom, value: action.byWhom || WORDS4.notSet },
    { key: COLUMNS.byWhen, value: action.byWhen ? formatDate(action.byWhen) : WORDS4.notSet },
    { key: COLUMNS.priority, value: edition.priorities.find(({ id }) => id === action.priority)?.label ?? WORDS4.notSet }
  ];
}
function about(edition, { indicatorId: indicatorId2 }) {
  const indicator4 = edition.indicators.find(({ id }) => id === indicatorId2);
  return indicator4 ? `${indicator4.id} ${indicator4.shortTitle}` : indicatorId2;
}

// src/plan/routes.tsx
var MOST_PEOPLE = 200;
function createPlan({ header: findHeader }) {
  const see = may("see-assessments");
  const change2 = may("change-plan");
  async function openPlan(visit2, c) {
    const planId = c.req.param("plan") ?? "";
    return { planId, header: found(isId(planId) ? await findHeader(visit2.own, planId) : null) };
  }
  async function openAction(visit2, c) {
    const { planId, header } = await openPlan(visit2, c);
    const actionId = c.req.param("action") ?? "";
    const action = found(isId(actionId) ? await findAction(visit2.own, planId, actionId) : null);
    const at2 = { organisationId: visit2.organisation.id, planId, actionId };
    return { planId, header, action, at: at2 };
  }
  return new Routes().get(paths3.plan.pattern, see, async (visit2, c) => {
    const { planId, header } = await openPlan(visit2, c);
    return showPlan(visit2, c, planId, header);
  }).post(paths3.order.pattern, change2, async (visit2, form2, c) => {
    const { planId, header } = await openPlan(visit2, c);
    const [, side, actionId] = /^(up|down):(.{36})$/.exec(form2.get("move")) ?? [];
    const moved = found(side && actionId && isId(actionId) ? { side, actionId } : null);
    await moveAction(visit2, { organisationId: visit2.organisation.id, planId, actionId: moved.actionId }, moved.side);
    const notice = moved.side === "up" ? WORDS4.movedUp : WORDS4.movedDown;
    return goTo(
      visit2,
      planId,
      { ...viewIn(form2, header), page: await pageOf(visit2, planId, moved.actionId) },
      notice,
      moved.actionId
    );
  }).get(paths3.newAction.pattern, change2, async (visit2, c) => {
    const { planId, header } = await openPlan(visit2, c);
    const model4 = { ...await withPeople(visit2, planId, header), view: viewOf(c, header) };
    return visit2.show(newActionPage({ ...model4, id: newId(), indicatorId: c.req.query("indicator") ?? "" }));
  }).post(paths3.newAction.pattern, change2, async (visit2, form2, c) => {
    const { planId, header } = await openPlan(visit2, c);
    const read = readNewAction(form2, header.edition);
    const added = read.ok ? await addAction(visit2, visit2.organisation.id, planId, read.value) : null;
    if (added?.ok) {
      const id = added.actions[0]?.id ?? "";
      return goTo(visit2, planId, { ...WHOLE_PLAN, page: await pageOf(visit2, planId, id) }, WORDS4.added, id);
    }
    const wrong2 = read.ok ? { problem: ERRORS2.full } : { errors: read.errors };
    const shown = { id: form2.get("id") || newId(), indicatorId: form2.get("indicator"), values: actionValues(form2) };
    const model4 = { ...await withPeople(visit2, planId, header), view: viewIn(form2, header) };
    return visit2.show(newActionPage({ ...model4, ...shown, ...wrong2 }), 422);
  }).get(paths3.action.pattern, change2, async (visit2, c) => {
    const { planId, header, action } = await openAction(visit2, c);
    const model4 = { ...await withPeople(visit2, planId, header), view: viewOf(c, header) };
    return visit2.show(editActionPage({ ...model4, action: here(action) }));
  }).post(paths3.action.pattern, change2, async (visit2, form2, c) => {
    const { planId, header, action, at: at2 } = await openAction(visit2, c);
    const view = viewIn(form2, header);
    const read = readAction(form2, header.edition);
    const result = read.ok ? await editAction(visit2, at2, readRevision(form2), read.value) : null;
    if (result?.ok) return goTo(visit2, planId, view, WORDS4.saved, action.id);
    const model4 = { ...await withPeople(visit2, planId, header), view, values: actionValues(form2) };
    if (!read.ok)
      return visit2.show(editActionPage({ ...model4, action: madeFrom(form2, here(action)), errors: read.errors }), 422);
    return visit2.show(editActionPage({ ...model4, action: result?.current ?? action, stale: true }), 409);
  }).get(paths3.completion.pattern, change2, async (visit2, c) => {
    const { planId, header, action } = await openAction(visit2, c);
    const values = completionValues(here(action), today(visit2.clock));
    return visit2.show(completionPage({ ...where(visit2, planId, header), view: viewOf(c, header), action, values }));
  }).post(paths3.completion.pattern, change2, async (visit2, form2, c) => {
    const { planId, header, action, at: at2 } = await openAction(visit2, c);
    const view = viewIn(form2, header);
    const read = readCompletion(form2, today(visit2.clock));
    const result = read.ok ? await completeAction(visit2, at2, readRevision(form2), read.value) : null;
    if (result?.ok) return goTo(visit2, planId, view, WORDS4.completed, action.id);
    const values = { completedOn: typedDate(form2, "completedOn"), whatChanged: form2.get("whatChanged") };
    const model4 = { ...where(visit2, planId, header), view, values };
    if (!read.ok)
      return visit2.show(completionPage({ ...model4, action: madeFrom(form2, here(action)), errors: read.errors }), 422);
    return visit2.show(completionPage({ ...model4, action: result?.current ?? action, stale: true }), 409);
  }).post(paths3.reopening.pattern, change2, async (visit2, form2, c) => {
    const { planId, header, at: at2 } = await openAction(visit2, c);
    await reopenAction(visit2, at2);
    return goTo(visit2, planId, viewIn(form2, header), WORDS4.reopened, at2.actionId);
  }).post(paths3.removal.pattern, change2, async (visit2, form2, c) => {
    const { planId, header, at: at2 } = await openAction(visit2, c);
    await removeAction(visit2, at2);
    return visit2.go(
      paths3.plan.to(
        { organisation: visit2.organisation.id, plan: planId },
        { ...viewQuery(viewIn(form2, header)), removed: at2.actionId }
      )
    );
  }).post(paths3.restoring.pattern, change2, async (visit2, form2, c) => {
    const { planId, header, at: at2 } = await openAction(visit2, c);
    await restoreAction(visit2, at2);
    return goTo(visit2, planId, viewIn(form2, header), WORDS4.restored, at2.actionId);
  });
}
async function showPlan(visit2, c, planId, header) {
  const { edition } = header;
  const day = today(visit2.clock);
  const lines2 = await planLines(visit2.own, planId);
  const asked = viewOf(c, header);
  const matching = inOrder(filterActions(lines2, asked.filter, edition, day), asked.order, edition);
  const pages = Math.max(1, Math.ceil(matching.length / PAGE_SIZE));
  const view = { ...asked, page: Math.min(asked.page, pages) };
  const shown = matching.slice((view.page - 1) * PAGE_SIZE, view.page * PAGE_SIZE);
  return visit2.show(
    planPage({
      organisationId: visit2.organisation.id,
      planId,
      header,
      counts: planCounts(lines2, day),
      people: peopleIn(lines2).slice(0, MOST_PEOPLE),
      view,
      matching: matching.length,
      pages,
      actions: await actionsNamed(
        visit2.own,
        planId,
        shown.map(({ id }) => id)
      ),
      ends: [lines2.at(0)?.id, lines2.at(-1)?.id],
      today: day,
      canChange: roleMay(visit2.role, "change-plan"),
      removed: await justRemoved(visit2, c, planId)
    })
  );
}
async function justRemoved(visit2, c, planId) {
  const id = c.req.query("removed") ?? "";
  const action = isId(id) ? await findAction(visit2.own, planId, id) : null;
  return action?.removed ? action : null;
}
function where(visit2, planId, { edition }) {
  return { organisationId: visit2.organisation.id, planId, edition };
}
async function withPeople(visit2, planId, header) {
  const people2 = peopleIn(await planLines(visit2.own, planId)).slice(0, MOST_PEOPLE);
  return { ...where(visit2, planId, header), people: people2.map(({ name: name2 }) => name2) };
}
function here(action) {
  return found(action.removed ? null : action);
}
function madeFrom(form2, action) {
  return { ...action, revision: readRevision(form2) };
}
function viewOf(c, { edition }) {
  return readView((name2) => c.req.query(name2), edition);
}
function viewIn(form2, { edition }) {
  return readView((name2) => form2.get(`view-${name2}`), edition);
}
function goTo(visit2, planId, view, notice, actionId) {
  return visit2.go(`${backToPlan(visit2.organisation.id, planId, view).href}#${anchorOf(actionId)}`, notice);
}
async function pageOf(visit2, planId, actionId) {
  const place = (await planLines(visit2.own, planId)).findIndex(({ id }) => id === actionId);
  return Math.max(1, Math.ceil((place + 1) / PAGE_SIZE));
}

// src/assessment/paths.ts
init_platform();
var assessment = "/organisations/:organisation/assessments/:assessment";
var paths4 = {
  list: path("/organisations/:organisation/assessments"),
  start: path("/organisations/:organisation/assessments/new"),
  taskList: path(assessment),
  extend: path(`${assessment}/extend`),
  indicator: path(`${assessment}/indicators/:indicator`),
  versions: path(`${assessment}/indicators/:indicator/versions/:conflict`),
  standard: path(`${assessment}/standards/:standard`),
  exemption: path(`${assessment}/standards/:standard/exemption`),
  withdrawExemption: path(`${assessment}/standards/:standard/exemption/withdraw`),
  lookOver: path(`${assessment}/look-over`),
  complete: path(`${assessment}/complete`),
  correct: path(`${assessment}/correct`)
};
var subjectOf2 = (assessmentId, indicatorId2) => `assessment/${assessmentId}/indicator/${indicatorId2}`;
var certificateSubject = (assessmentId, standard2) => `assessment/${assessmentId}/standard/${standard2}/certificate`;
var subjectsUnder = (assessmentId) => `assessment/${assessmentId}/indicator/`;

// src/assessment/rules.ts
function indicatorsInScope(edition, scope) {
  return edition.indicators.filter((indicator4) => scope === "all" || indicator4.core);
}
function exemptionHolds(exemption2, today2) {
  return exemption2.awardedOn <= today2 && (exemption2.expiresOn === null || today2 <= exemption2.expiresOn);
}
function exemptStandards(exemptions, today2) {
  return new Set(exemptions.filter((exemption2) => exemptionHolds(exemption2, today2)).map((exemption2) => exemption2.standard));
}
function indicatorState(answer, exempt) {
  if (exempt) return "exempt";
  const { rating: rating2, lessRelevantReason } = answer.values;
  if (rating2 === LESS_RELEVANT) return lessRelevantReason.trim() === "" ? "started" : "less-relevant";
  if (rating2 !== "") return "rated";
  if (answer.skipped) return "skipped";
  return hasWords(answer) ? "started" : "not-started";
}
function isAnswered(state2) {
  return state2 === "rated" || state2 === "less-relevant" || state2 === "exempt";
}
function standardState(states) {
  if (states.length > 0 && states.every((state2) => state2 === "exempt")) return "exempt";
  if (states.every(isAnswered)) return "complete";
  return states.every((state2) => state2 === "not-started") ? "not-started" : "in-progress";
}
function standardsProgress({ edition, scope, answers, exempt }) {
  const inScope = new Set(indicatorsInScope(edition, scope).map((indicator4) => indicator4.id));
  return edition.standards.flatMap((standard2) => {
    const indicators = standard2.indicators.filter((indicator4) => inScope.has(indicator4.id)).map((indicator4) => ({
      indicator: indicator4,
      state: indicatorState(answers.get(indicator4.id) ?? unanswered(indicator4.id), exempt.has(standard2.number))
    }));
    if (indicators.length === 0) return [];
    const states = indicators.map((each) => each.state);
    return [{ standard: standard2, indicators, state: standardState(states), answered: states.filter(isAnswered).length }];
  });
}
function progress(standards) {
  const asked = standards.flatMap((each) => each.indicators).filter((each) => each.state !== "exempt");
  return { done: asked.filter((each) => isAnswered(each.state)).length, total: asked.length };
}
function nextIndicator(standards) {
  const open4 = standards.flatMap((each) => each.indicators).filter((each) => !isAnswered(each.state));
  return (open4.find((each) => each.state !== "skipped") ?? open4[0])?.indicator ?? null;
}
function gapsOf(edition, answer, exempt, around) {
  if (exempt) return [];
  const gaps = [];
  const { rating: rating2, lessRelevantReason, evidence } = answer.values;
  if (rating2 === "") gaps.push("not-rated");
  if (rating2 === LESS_RELEVANT && lessRelevantReason.trim() === "") gaps.push("needs-reason");
  if (around.unsettled > 0) gaps.push("two-versions");
  const half = ratingHalf(edition, rating2);
  if (half === "lower" && around.actions === 0) gaps.push("low-without-action");
  const nothingShown = evidence.trim() === "" && around.evidence === 0 && heldExamples(answer.values).length === 0;
  if (half === "upper" && nothingShown) gaps.push("high-without-evidence");
  return gaps;
}
var MUST_CLOSE = /* @__PURE__ */ new Set(["not-rated", "needs-reason", "two-versions"]);
function ratingHalf(edition, ratingId) {
  const rating2 = edition.ratings.find((each) => each.id === ratingId);
  if (!rating2) return null;
  return rating2.order < Math.floor(edition.ratings.length / 2) ? "lower" : "upper";
}
function hasWords({ values }) {
  return values.evidence.trim() !== "" || values.notes.trim() !== "" || values.lessRelevantReason.trim() !== "" || heldExamples(values).length > 0;
}
function nextReview(completedOn, months) {
  const [year = 0, month = 1, day = 1] = completedOn.split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(day, lastDay))).toISOString().slice(0, 10);
}

// src/assessment/build-record.ts
async function buildRecord(db, own2, assessment3, edition, today2, completion) {
  const answers = await answersOf(own2, assessment3.id);
  const evidence = await evidenceUnder(own2, subjectsUnder(assessment3.id));
  const actions = await actionsOf(own2, assessment3.id);
  const held = (await exemptionsOf(own2, assessment3.id)).filter((exemption2) => exemptionHolds(exemption2, today2));
  const certificates = await evidenceAbout(
    own2,
    held.map((exemption2) => certificateSubject(assessment3.id, exemption2.standard))
  );
  const exempt = new Set(held.map((exemption2) => exemption2.standard));
  return {
    format: "mentormark-assessment/1",
    assessmentId: assessment3.id,
    organisation: await organisationRecord(db, own2.organisationId),
    programme: assessment3.programme,
    framework: {
      id: edition.id,
      edition: edition.edition,
      title: edition.title,
      publisher: edition.publisher,
      digest: edition.digest
    },
    scope: assessment3.scope,
    lead: assessment3.lead,
    startedOn: assessment3.startedAt.slice(0, 10),
    revision: assessment3.revision,
    revisionReason: assessment3.revisionReason,
    completion,
    exemptions: held.map((exemption2) => ({
      ...exemption2,
      certificate: certificates.filter((item) => item.subject === certificateSubject(assessment3.id, exemption2.standard)).map(evidenceRecord)
    })),
    answers: indicatorsInScope(edition, assessment3.scope).map((indicator4) => {
      const { values } = answers.get(indicator4.id) ?? unanswered(indicator4.id);
      const ticked = new Set(heldExamples(values));
      return {
        indicatorId: indicator4.id,
        standard: indicator4.standard,
        core: indicator4.core,
        statement: indicator4.statement,
        exempt: exempt.has(indicator4.standard),
        rating: values.rating === "" || values.rating === LESS_RELEVANT ? null : values.rating,
        lessRelevantBecause: values.rating === LESS_RELEVANT ? values.lessRelevantReason : null,
        evidence: values.evidence,
        examplesHeld: exampleItems(indicator4).filter((example) => ticked.has(example.key)).map((example) => example.text),
        items: evidence.filter((item) => item.subject === subjectOf2(assessment3.id, indicator4.id)).map(evidenceRecord)
      };
    }),
    actions: actions.map((action) => ({
      id: action.id,
      indicatorId: action.indicatorId,
      action: action.action,
      byWhom: action.byWhom,
      byWhen: action.byWhen,
      priority: action.priority,
      completedOn: action.completedOn,
      whatChanged: action.whatChanged
    }))
  };
}
function evidenceRecord(item) {
  switch (item.kind) {
    case "link":
      return { kind: "link", title: item.title, url: item.url };
    case "place":
      return { kind: "place", title: item.title, place: item.place };
    case "file":
      return { kind: "file", title: item.title, name: item.fileName, bytes: item.bytes, sha256: item.sha256 };
  }
}

// src/assessment/open.ts
init_platform();
async function openAssessment(visit2, id) {
  const assessment3 = found(id && isId(id) ? await findAssessment(visit2.own, id) : null);
  const edition = await editionOf2(visit2.db.read, assessment3);
  const answers = await answersOf(visit2.own, assessment3.id);
  const exemptions = await exemptionsOf(visit2.own, assessment3.id);
  const exempt = exemptStandards(exemptions, today(visit2.clock));
  const standards = standardsProgress({ edition, scope: assessment3.scope, answers, exempt });
  return {
    organisationId: visit2.organisation.id,
    assessment: assessment3,
    edition,
    answers,
    exemptions,
    exempt,
    standards,
    progress: progress(standards),
    answerOf: (indicatorId2) => answers.get(indicatorId2) ?? unanswered(indicatorId2)
  };
}
function inOrder2(opened) {
  return opened.standards.flatMap((standard2) => standard2.indicators.map((each) => each.indicator));
}
function indicatorIn(opened, id) {
  return found(inOrder2(opened).find((indicator4) => indicator4.id === id));
}

// src/assessment/routes.ts
init_platform();

// src/assessment/complete/routes.ts
init_platform();

// src/assessment/actions/complete.ts
init_platform();
import { createHash as createHash3 } from "node:crypto";

// src/assessment/surroundings.ts
async function surroundingsOf(own2, assessmentId) {
  const evidence = tally((await evidenceUnder(own2, subjectsUnder(assessmentId))).map((item) => item.subject));
  const actions = tally((await actionsOf(own2, assessmentId)).map((action) => action.indicatorId));
  const unsettled = tally((await openConflicts(own2, assessmentId)).map((conflict) => conflict.indicatorId));
  return (indicatorId2) => ({
    evidence: evidence.get(subjectOf2(assessmentId, indicatorId2)) ?? 0,
    actions: actions.get(indicatorId2) ?? 0,
    unsettled: unsettled.get(indicatorId2) ?? 0
  });
}
function tally(names2) {
  const counts = /* @__PURE__ */ new Map();
  for (const name2 of names2) counts.set(name2, (counts.get(name2) ?? 0) + 1);
  return counts;
}

// src/assessment/actions/complete.ts
async function completeAssessment(ctx, organisationId, assessmentId, completion) {
  return ctx.db.write(async (tx) => {
    const own2 = ownedBy(tx, organisationId);
    const assessment3 = await findAssessment(own2, assessmentId);
    if (!assessment3) throw new Problem("not-found");
    if (assessment3.status === "complete") throw new Problem("stale");
    const edition = await editionOf2(tx, assessment3);
    const day = today(ctx.clock);
    const answers = await answersOf(own2, assessmentId);
    const exempt = exemptStandards(await exemptionsOf(own2, assessmentId), day);
    const counts = await surroundingsOf(own2, assessmentId);
    const open4 = indicatorsInScope(edition, assessment3.scope).some(
      (indicator4) => gapsOf(
        edition,
        answers.get(indicator4.id) ?? unanswered(indicator4.id),
        exempt.has(indicator4.standard),
        counts(indicator4.id)
      ).some((gap) => MUST_CLOSE.has(gap))
    );
    if (open4) return null;
    const content = canonicalJson(await buildRecord(tx, own2, assessment3, edition, day, completion));
    const sha256 = createHash3("sha256").update(content).digest("hex");
    await own2.insert("sealed_assessment", {
      assessment_id: assessmentId,
      revision: assessment3.revision,
      sha256,
      content,
      sealed_at: instant(ctx.clock)
    }).execute();
    await updateAssessment(own2, assessmentId, {
      status: "complete",
      completed_on: completion.completedOn,
      completed_by: completion.completedBy,
      completed_by_role: completion.completedByRole,
      next_review_on: completion.nextReviewOn,
      reviewed_by: completion.reviewedBy
    });
    await audit(tx, ctx, {
      organisationId,
      action: "assessment.completed",
      subject: `assessment/${assessmentId}`,
      detail: { revision: assessment3.revision, sha256 }
    });
    return sha256;
  });
}
async function correctAssessment(ctx, organisationId, assessmentId, reason) {
  await ctx.db.write(async (tx) => {
    const own2 = ownedBy(tx, organisationId);
    const assessment3 = await findAssessment(own2, assessmentId);
    if (!assessment3) throw new Problem("not-found");
    if (assessment3.status !== "complete") throw new Problem("stale");
    const revision = assessment3.revision + 1;
    await updateAssessment(own2, assessmentId, {
      status: "in-progress",
      revision,
      revision_reason: reason,
      completed_on: null,
      completed_by: null,
      completed_by_role: null,
      next_review_on: null,
      reviewed_by: null
    });
    await audit(tx, ctx, {
      organisationId,
      action: "assessment.reopened",
      subject: `assessment/${assessmentId}`,
      detail: { revision }
    });
  });
}

// src/assessment/complete/form.ts
init_platform();
var LONGEST4 = 120;
function readCompletion2(form2, today2, startedOn) {
  const text2 = (name2) => form2.get(name2).trim();
  const values = {
    honest: form2.get("honest") === "yes",
    completedBy: text2("completedBy"),
    completedByRole: text2("completedByRole"),
    completedOn: typedDate(form2, "completedOn"),
    nextReviewOn: typedDate(form2, "nextReviewOn"),
    reviewedBy: text2("reviewedBy")
  };
  const completed = readDate(form2, "completedOn", {
    label: "The date it was completed",
    required: true,
    notBefore: startedOn,
    notAfter: today2
  });
  const review = readDate(form2, "nextReviewOn", {
    label: "The date of the next review",
    required: true,
    notBefore: completed.ok && completed.day ? completed.day : void 0
  });
  const errors = {
    ...values.honest ? {} : { honest: "Tick the box to say this is an honest account" },
    ...nameError("completedBy", values.completedBy, "Enter the name of whoever is completing it", true),
    ...nameError("completedByRole", values.completedByRole, "Enter their role, such as programme manager", true),
    ...nameError("reviewedBy", values.reviewedBy, "", false),
    ...completed.ok ? {} : { completedOn: completed },
    ...review.ok ? {} : { nextReviewOn: review }
  };
  if (Object.keys(errors).length === 0 && completed.ok && completed.day && review.ok && review.day) {
    return {
      ok: true,
      value: {
        completedOn: completed.day,
        completedBy: values.completedBy,
        completedByRole: values.completedByRole,
        nextReviewOn: review.day,
        reviewedBy: values.reviewedBy || null
      }
    };
  }
  return { ok: false, values, errors };
}
function nameError(field, value, missing, required) {
  if (required && value === "") return { [field]: missing };
  return value.length > LONGEST4 ? { [field]: `This must be ${LONGEST4} characters or fewer` } : {};
}
var REASON_LONGEST = 1e3;
function readReason(form2) {
  const reason = form2.get("reason").trim();
  if (reason === "") return { ok: false, reason, error: "Say in a sentence what needs correcting" };
  if (reason.length > REASON_LONGEST)
    return { ok: false, reason, error: `The reason must be ${REASON_LONGEST} characters or fewer` };
  return { ok: true, value: reason };
}

// src/assessment/complete/page.tsx
init_form();
init_ui();

// src/assessment/content.ts
var STANDARD_STATES = {
  "not-started": { label: "Not started", status: "not-started" },
  "in-progress": { label: "In progress", status: "in-progress" },
  complete: { label: "Complete", status: "complete" },
  exempt: { label: "Exempt", status: "exempt" }
};
var INDICATOR_STATES = {
  "not-started": { label: "Not started", status: "not-started" },
  started: { label: "Started", status: "in-progress" },
  skipped: { label: "Skipped for now", status: "not-started" },
  rated: { label: "Answered", status: "complete" },
  "less-relevant": { label: "Less relevant", status: "complete" },
  exempt: { label: "Exempt", status: "exempt" }
};
var GAPS = {
  "not-rated": "Not rated yet.",
  "needs-reason": "Say in a few words why this is less relevant to how you mentor.",
  "two-versions": "There are two versions of the same words. Choose one, or join them.",
  "low-without-action": "Is there something you would like to do about this? No action is planned yet.",
  "high-without-evidence": "What would show someone this? No evidence is recorded yet."
};
var FIELD_LABELS = {
  examples: "Example evidence you have",
  evidence: "Your evidence",
  rating: "Your rating",
  lessRelevantReason: "Why this is less relevant",
  notes: "Private notes"
};
var LESS_RELEVANT_LABEL = "Less relevant to how we mentor";
var SCOPES = {
  core: { label: "Core indicators first", short: "Core indicators" },
  all: { label: "The whole framework", short: "Whole framework" }
};

// src/assessment/complete/page.tsx
init_jsx_runtime();
function completePage(model4) {
  const { organisationId, assessmentId, gaps, values, errors } = model4;
  const at2 = { organisation: organisationId, assessment: assessmentId };
  const open4 = gaps.filter((each) => MUST_CLOSE.has(each.gap));
  const questions = gaps.filter((each) => !MUST_CLOSE.has(each.gap));
  const listed = summary(errors);
  return {
    title: "Complete your assessment",
    error: listed.length > 0,
    back: { href: paths4.lookOver.to(at2), text: "Look it all over" },
    body: /* @__PURE__ */ jsx(TwoThirds, { children: [
      listed.length > 0 && /* @__PURE__ */ jsx(ErrorSummary, { errors: listed }),
      /* @__PURE__ */ jsx(PageHeading, { children: open4.length > 0 ? "Almost there" : "Complete your assessment" }),
      open4.length > 0 && /* @__PURE__ */ jsx(Fragment, { children: [
        /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
          plural(open4.length, "thing needs", "things need"),
          " an answer before you can complete it."
        ] }),
        /* @__PURE__ */ jsx(GapList, { ...model4, rows: open4 }),
        /* @__PURE__ */ jsx(Button, { href: paths4.taskList.to(at2), kind: "secondary", children: "Back to the standards" })
      ] }),
      questions.length > 0 && /* @__PURE__ */ jsx("details", { class: "govuk-details", open: open4.length === 0, children: [
        /* @__PURE__ */ jsx("summary", { class: "govuk-details__summary", children: /* @__PURE__ */ jsx("span", { class: "govuk-details__summary-text", children: [
          plural(questions.length, "question", "questions"),
          " to think about. You can leave them."
        ] }) }),
        /* @__PURE__ */ jsx(GapList, { ...model4, rows: questions })
      ] }),
      open4.length === 0 && /* @__PURE__ */ jsx(Form, { action: paths4.complete.to(at2), children: [
        /* @__PURE__ */ jsx(
          Input,
          {
            name: "completedBy",
            label: "Who is completing it?",
            labelSize: "s",
            value: values.completedBy,
            error: errors.completedBy,
            autocomplete: "name",
            class: "govuk-!-width-two-thirds"
          }
        ),
        /* @__PURE__ */ jsx(
          Input,
          {
            name: "completedByRole",
            label: "What is their role?",
            labelSize: "s",
            hint: "For example, programme manager.",
            value: values.completedByRole,
            error: errors.completedByRole,
            autocomplete: "organization-title",
            class: "govuk-!-width-two-thirds"
          }
        ),
        /* @__PURE__ */ jsx(
          DateInput,
          {
            name: "completedOn",
            legend: "Completed on",
            legendSize: "s",
            value: values.completedOn,
            error: errors.completedOn?.message,
            errorIn: errors.completedOn?.parts
          }
        ),
        /* @__PURE__ */ jsx(
          DateInput,
          {
            name: "nextReviewOn",
            legend: "When will you review it next?",
            legendSize: "s",
            hint: "The framework suggests every year.",
            value: values.nextReviewOn,
            error: errors.nextReviewOn?.message,
            errorIn: errors.nextReviewOn?.parts
          }
        ),
        /* @__PURE__ */ jsx(
          Input,
          {
            name: "reviewedBy",
            label: "Who will lead the review? (if you know)",
            labelSize: "s",
            value: values.reviewedBy,
            error: errors.reviewedBy,
            class: "govuk-!-width-two-thirds"
          }
        ),
        /* @__PURE__ */ jsx(InsetText, { children: "Completing it seals your answers: they can be read but not changed. If something needs correcting, you can open a new revision and say why. Your development plan stays open all year." }),
        /* @__PURE__ */ jsx(
          Checkboxes,
          {
            name: "honest",
            items: [{ value: "yes", text: "This is an honest account of our mentoring today, as far as we know" }],
            values: values.honest ? ["yes"] : [],
            error: errors.honest
          }
        ),
        /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Complete the assessment" })
      ] })
    ] })
  };
}
function GapList({ organisationId, assessmentId, rows }) {
  return /* @__PURE__ */ jsx("ul", { class: "govuk-list govuk-list--spaced", children: rows.map(({ indicator: indicator4, gap }) => /* @__PURE__ */ jsx("li", { children: [
    /* @__PURE__ */ jsx(
      "a",
      {
        class: "govuk-link",
        href: paths4.indicator.to({ organisation: organisationId, assessment: assessmentId, indicator: indicator4.id }),
        children: [
          indicator4.id,
          " ",
          indicator4.shortTitle
        ]
      }
    ),
    /* @__PURE__ */ jsx("br", {}),
    GAPS[gap]
  ] })) });
}
function summary(errors) {
  const order = ["completedBy", "completedByRole", "completedOn", "nextReviewOn", "reviewedBy", "honest"];
  return order.flatMap((field) => {
    const error = errors[field];
    if (!error) return [];
    return typeof error === "string" ? [{ text: error, href: `#${field}` }] : [{ text: error.message, href: `#${field}-${error.parts[0] ?? "day"}` }];
  });
}
function correctPage({
  organisationId,
  assessmentId,
  revision,
  reason,
  error
}) {
  const at2 = { organisation: organisationId, assessment: assessmentId };
  return {
    title: "Correct your assessment",
    error: error !== null,
    back: { href: paths4.taskList.to(at2), text: "Your assessment" },
    body: /* @__PURE__ */ jsx(TwoThirds, { children: [
      error && /* @__PURE__ */ jsx(ErrorSummary, { errors: [{ text: error, href: "#reason" }] }),
      /* @__PURE__ */ jsx(PageHeading, { lead: `This opens revision ${revision}. What you completed stays as it is, and both can be read.`, children: "Correct your assessment" }),
      /* @__PURE__ */ jsx(Form, { action: paths4.correct.to(at2), children: [
        /* @__PURE__ */ jsx(
          CharacterCount,
          {
            name: "reason",
            label: "What needs correcting?",
            labelSize: "s",
            rows: 3,
            maxlength: REASON_LONGEST,
            threshold: 75,
            value: reason,
            error: error ?? void 0
          }
        ),
        /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: [
          "Open revision ",
          revision
        ] })
      ] })
    ] })
  };
}

// src/assessment/complete/routes.ts
function completeRoutes(routes, links2) {
  routes.get(paths4.complete.pattern, may("complete-assessment"), async (visit2, c) => {
    const opened = await openUnfinished(visit2, c.req.param("assessment"));
    const day = today(visit2.clock);
    return visit2.show(
      completePage({
        ...await model(visit2, opened),
        values: {
          honest: false,
          completedBy: visit2.person.name,
          completedByRole: "",
          completedOn: dateBoxes(day),
          nextReviewOn: dateBoxes(nextReview(day, opened.edition.reviewEveryMonths)),
          reviewedBy: ""
        },
        errors: {}
      })
    );
  });
  routes.post(paths4.complete.pattern, may("complete-assessment"), async (visit2, form2, c) => {
    const opened = await openUnfinished(visit2, c.req.param("assessment"));
    const at2 = { organisation: visit2.organisation.id, assessment: opened.assessment.id };
    const read = readCompletion2(form2, today(visit2.clock), today({ now: () => new Date(opened.assessment.startedAt) }));
    if (!read.ok) return visit2.show(completePage({ ...await model(visit2, opened), ...read }), 422);
    const seal = await completeAssessment(visit2, visit2.organisation.id, opened.assessment.id, read.value);
    if (!seal) return visit2.go(paths4.complete.to(at2));
    return visit2.go(links2.results(at2), "Completed. Well done, and thank you for being honest.");
  });
  routes.get(paths4.correct.pattern, may("correct-assessment"), async (visit2, c) => {
    const { assessment: assessment3 } = await openAssessment(visit2, c.req.param("assessment"));
    if (assessment3.status !== "complete") throw new Problem("stale");
    return visit2.show(
      correctPage({
        organisationId: visit2.organisation.id,
        assessmentId: assessment3.id,
        revision: assessment3.revision + 1,
        reason: "",
        error: null
      })
    );
  });
  routes.post(paths4.correct.pattern, may("correct-assessment"), async (visit2, form2, c) => {
    const { assessment: assessment3 } = await openAssessment(visit2, c.req.param("assessment"));
    const at2 = { organisation: visit2.organisation.id, assessment: assessment3.id };
    const read = readReason(form2);
    if (!read.ok) {
      return visit2.show(
        correctPage({ organisationId: at2.organisation, assessmentId: at2.assessment, revision: assessment3.revision + 1, ...read }),
        422
      );
    }
    await correctAssessment(visit2, at2.organisation, at2.assessment, read.value);
    return visit2.go(
      paths4.taskList.to(at2),
      `Revision ${assessment3.revision + 1} is open. What you completed before can still be read.`
    );
  });
}
async function openUnfinished(visit2, id) {
  const opened = await openAssessment(visit2, id);
  if (opened.assessment.status === "complete") throw new Problem("stale");
  return opened;
}
async function model(visit2, opened) {
  const around = await surroundingsOf(visit2.own, opened.assessment.id);
  return {
    organisationId: visit2.organisation.id,
    assessmentId: opened.assessment.id,
    gaps: inOrder2(opened).flatMap(
      (indicator4) => gapsOf(opened.edition, opened.answerOf(indicator4.id), opened.exempt.has(indicator4.standard), around(indicator4.id)).map(
        (gap) => ({ indicator: indicator4, gap })
      )
    )
  };
}

// src/assessment/exemption/routes.tsx
init_platform();

// src/assessment/actions/exemption.ts
init_platform();
async function recordExemption(ctx, organisationId, assessmentId, exemption2, also) {
  await ctx.db.write(async (tx) => {
    const own2 = ownedBy(tx, organisationId);
    await mustBeOpen(own2, assessmentId);
    await own2.delete("exemption").where("assessment_id", "=", assessmentId).where("standard", "=", exemption2.standard).execute();
    await own2.insert("exemption", {
      assessment_id: assessmentId,
      standard: exemption2.standard,
      mark: exemption2.mark,
      level: exemption2.level,
      awarded_on: exemption2.awardedOn,
      expires_on: exemption2.expiresOn,
      recorded_at: instant(ctx.clock)
    }).execute();
    await audit(tx, ctx, {
      organisationId,
      action: "exemption.recorded",
      subject: `assessment/${assessmentId}/standard/${exemption2.standard}`,
      detail: { mark: exemption2.mark, level: exemption2.level, awardedOn: exemption2.awardedOn, expiresOn: exemption2.expiresOn }
    });
    await also?.(own2);
  });
}
async function withdrawExemption(ctx, organisationId, assessmentId, standard2) {
  await ctx.db.write(async (tx) => {
    const own2 = ownedBy(tx, organisationId);
    await mustBeOpen(own2, assessmentId);
    const { numDeletedRows } = await own2.delete("exemption").where("assessment_id", "=", assessmentId).where("standard", "=", standard2).executeTakeFirstOrThrow();
    if (Number(numDeletedRows) === 0) return;
    await audit(tx, ctx, {
      organisationId,
      action: "exemption.withdrawn",
      subject: `assessment/${assessmentId}/standard/${standard2}`
    });
  });
}
async function mustBeOpen(own2, assessmentId) {
  const assessment3 = await findAssessment(own2, assessmentId);
  if (!assessment3) throw new Problem("not-found");
  if (assessment3.status === "complete") throw new Problem("stale");
}

// src/assessment/exemption/form.ts
init_platform();
function readExemption(form2, rule, today2) {
  const level = form2.get("level");
  const awarded = readDate(form2, "awardedOn", { label: "The date it was awarded", required: true, notAfter: today2 });
  const expires = readDate(form2, "expiresOn", {
    label: "The date it ends",
    required: rule.record.includes("expires_on"),
    notBefore: awarded.ok && awarded.day ? awarded.day : void 0
  });
  const known3 = rule.levels.includes(level);
  if (known3 && awarded.ok && awarded.day && expires.ok) {
    return {
      ok: true,
      value: { standard: rule.standard, mark: rule.heldMark, level, awardedOn: awarded.day, expiresOn: expires.day }
    };
  }
  return {
    ok: false,
    values: { level, awardedOn: typedDate(form2, "awardedOn"), expiresOn: typedDate(form2, "expiresOn") },
    errors: {
      ...known3 ? {} : { level: "Choose the level you hold" },
      ...awarded.ok ? {} : { awardedOn: awarded },
      ...expires.ok ? {} : { expiresOn: expires }
    }
  };
}
function exemptionValues(exemption2) {
  return {
    level: exemption2?.level ?? "",
    awardedOn: dateBoxes(exemption2?.awardedOn ?? null),
    expiresOn: dateBoxes(exemption2?.expiresOn ?? null)
  };
}

// src/assessment/exemption/page.tsx
init_form();
init_ui();
init_jsx_runtime();
function exemptionPage({
  organisationId,
  assessmentId,
  standard: standard2,
  rule,
  values,
  errors,
  recorded,
  certificate,
  certificateErrors
}) {
  const at2 = { organisation: organisationId, assessment: assessmentId, standard: String(standard2.number) };
  const listed = [
    ...errors.level ? [{ text: errors.level, href: "#level" }] : [],
    ...errors.awardedOn ? [{ text: errors.awardedOn.message, href: `#awardedOn-${errors.awardedOn.parts[0] ?? "day"}` }] : [],
    ...errors.expiresOn ? [{ text: errors.expiresOn.message, href: `#expiresOn-${errors.expiresOn.parts[0] ?? "day"}` }] : [],
    ...certificateErrors
  ];
  return {
    title: `Your ${rule.heldMark}`,
    error: listed.length > 0,
    back: { href: paths4.standard.to(at2), text: `Standard ${standard2.number}` },
    body: /* @__PURE__ */ jsx(TwoThirds, { children: [
      listed.length > 0 && /* @__PURE__ */ jsx(ErrorSummary, { errors: listed }),
      /* @__PURE__ */ jsx(
        PageHeading,
        {
          caption: `Standard ${standard2.number}: ${standard2.title}`,
          lead: `If you hold a ${rule.heldMark}, this standard is already covered. Its ${standard2.indicators.length} indicators close, and open again if the mark ends. Anything you have answered stays.`,
          children: [
            "Your ",
            rule.heldMark
          ]
        }
      ),
      /* @__PURE__ */ jsx(Form, { action: paths4.exemption.to(at2), files: true, children: [
        /* @__PURE__ */ jsx(
          Radios,
          {
            name: "level",
            legend: "Which level do you hold?",
            legendSize: "s",
            items: rule.levels.map((level) => ({ value: level, text: level })),
            value: values.level,
            error: errors.level
          }
        ),
        /* @__PURE__ */ jsx(
          DateInput,
          {
            name: "awardedOn",
            legend: "When was it awarded?",
            legendSize: "s",
            hint: "The date on your certificate, for example 27 3 2025.",
            value: values.awardedOn,
            error: errors.awardedOn?.message,
            errorIn: errors.awardedOn?.parts
          }
        ),
        /* @__PURE__ */ jsx(
          DateInput,
          {
            name: "expiresOn",
            legend: "When does it end? (if it does)",
            legendSize: "s",
            hint: "On this date the mark still counts. Leave it empty if it does not end.",
            value: values.expiresOn,
            error: errors.expiresOn?.message,
            errorIn: errors.expiresOn?.parts
          }
        ),
        /* @__PURE__ */ jsx("section", { class: "app-question", "aria-labelledby": "certificate-heading", children: [
          /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", id: "certificate-heading", children: "Your certificate (if you like)" }),
          certificate
        ] }),
        /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: recorded ? "Save changes" : "Record it" })
      ] }),
      recorded && /* @__PURE__ */ jsx(Form, { action: paths4.withdrawExemption.to(at2), children: [
        /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", children: "No longer hold it?" }),
        /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "The standard\u2019s indicators open again, with the answers they had." }),
        /* @__PURE__ */ jsx(Button, { kind: "secondary", children: "Withdraw it" })
      ] })
    ] })
  };
}

// src/assessment/exemption/routes.tsx
init_jsx_runtime();
function exemptionRoutes(routes) {
  routes.get(paths4.exemption.pattern, may("claim-exemption"), async (visit2, c) => {
    const { model: model4, subject: subject2 } = await open2(visit2, c);
    return visit2.show(
      exemptionPage({ ...model4, ...await certificateOf(visit2, subject2), values: exemptionValues(model4.exemption), errors: {} })
    );
  });
  routes.post(paths4.exemption.pattern, may("claim-exemption"), async (visit2, form2, c) => {
    const { model: model4, at: at2, subject: subject2 } = await open2(visit2, c);
    const read = readExemption(form2, model4.rule, today(visit2.clock));
    const shown = await readNewEvidence(form2, visit2.files);
    if (!read.ok || !shown.ok) {
      const errors = shown.ok ? filesToChooseAgain(form2) : shown.errors;
      const again = read.ok ? { values: exemptionValues(read.value), errors: {} } : read;
      return visit2.show(exemptionPage({ ...model4, ...await certificateOf(visit2, subject2, form2, errors), ...again }), 422);
    }
    const deed = readEvidenceDeed(form2.get("do"));
    await recordExemption(visit2, visit2.organisation.id, model4.assessmentId, read.value, async (own2) => {
      await addEvidenceIn(own2, visit2, subject2, shown.items);
      if (deed?.kind === "remove") await removeEvidenceIn(own2, visit2, subject2, deed.id);
    });
    if (deed) return visit2.go(paths4.exemption.to(at2), deed.kind === "remove" ? "Removed" : "Added");
    return visit2.go(
      paths4.standard.to(at2),
      `Recorded. Standard ${model4.standard.number} is covered by your ${model4.rule.heldMark}.`
    );
  });
  routes.post(paths4.withdrawExemption.pattern, may("claim-exemption"), async (visit2, _form, c) => {
    const { model: model4, at: at2 } = await open2(visit2, c);
    await withdrawExemption(visit2, visit2.organisation.id, model4.assessmentId, model4.standard.number);
    return visit2.go(paths4.standard.to(at2), "Withdrawn. The indicators are open again, with the answers they had.");
  });
}
async function open2(visit2, c) {
  const opened = await openAssessment(visit2, c.req.param("assessment"));
  if (opened.assessment.status === "complete") throw new Problem("stale");
  const { standard: standard2 } = found(opened.standards.find((each) => String(each.standard.number) === c.req.param("standard")));
  const rule = found(opened.edition.exemptions.find((each) => each.standard === standard2.number));
  const exemption2 = opened.exemptions.find((each) => each.standard === standard2.number);
  const at2 = { organisation: visit2.organisation.id, assessment: opened.assessment.id, standard: String(standard2.number) };
  return {
    at: at2,
    subject: certificateSubject(opened.assessment.id, standard2.number),
    model: {
      organisationId: at2.organisation,
      assessmentId: at2.assessment,
      standard: standard2,
      rule,
      exemption: exemption2,
      recorded: exemption2 !== void 0
    }
  };
}
async function certificateOf(visit2, subject2, form2, errors = {}) {
  const items = await evidenceAbout(visit2.own, subject2);
  const people2 = await namesOf(
    visit2.db.read,
    items.map((item) => item.addedBy)
  );
  return {
    certificate: /* @__PURE__ */ jsx(Fragment, { children: [
      /* @__PURE__ */ jsx(EvidenceItems, { items, organisationId: visit2.organisation.id, people: people2, canChange: true }),
      /* @__PURE__ */ jsx(AddEvidenceFields, { values: form2 && evidenceValues(form2), errors })
    ] }),
    certificateErrors: evidenceSummary(errors)
  };
}

// src/assessment/indicator/routes.tsx
init_platform();
init_ui();

// src/assessment/actions/answer.ts
init_platform();

// src/assessment/merge.ts
function merge(base2, stands, sent) {
  const accepted = {};
  const conflicts = [];
  for (const field of FIELDS2) {
    const value = sent[field];
    if (value === void 0 || value === base2[field] || value === stands[field]) continue;
    if (stands[field] === base2[field]) accepted[field] = value;
    else conflicts.push({ field, sent: value, stands: stands[field] });
  }
  return { accepted, conflicts };
}

// src/assessment/actions/answer.ts
async function saveAnswer(ctx, save2, also) {
  return ctx.db.write(async (tx) => {
    const own2 = ownedBy(tx, save2.organisationId);
    const before = await openForWriting(own2, save2);
    const base2 = save2.basedOn === before.revision ? before.values : await valuesAt(own2, save2.assessmentId, save2.indicatorId, save2.basedOn);
    const { accepted, conflicts } = merge(base2, before.values, save2.values);
    const by = { personId: ctx.actor.kind === "person" ? ctx.actor.id : "", at: instant(ctx.clock) };
    const fields5 = Object.keys(accepted);
    const revision = fields5.length > 0 ? await writeAnswer(own2, save2.assessmentId, before, accepted, by) : before.revision;
    const kept2 = await keepConflicts(own2, save2, conflicts, by);
    if (fields5.length > 0 || kept2.some((each) => each.isNew)) {
      await audit(tx, ctx, {
        organisationId: save2.organisationId,
        action: "answer.saved",
        subject: subjectOf2(save2.assessmentId, save2.indicatorId),
        detail: { revision, fields: fields5, ...kept2.length > 0 ? { conflicts: kept2.map((each) => each.field) } : {} }
      });
    }
    await also?.(own2);
    return { revision, at: by.at, conflicts: kept2 };
  });
}
async function keepConflicts(own2, save2, conflicts, by) {
  if (conflicts.length === 0) return [];
  const open4 = await openConflicts(own2, save2.assessmentId, save2.indicatorId);
  const kept2 = [];
  for (const conflict of conflicts) {
    const known3 = open4.find((each) => each.field === conflict.field && each.value === conflict.sent);
    const id = known3?.id ?? newId();
    kept2.push({ ...conflict, id, isNew: !known3 });
    if (known3) continue;
    await own2.insert("answer_conflict", {
      id,
      assessment_id: save2.assessmentId,
      indicator_id: save2.indicatorId,
      field: conflict.field,
      value: conflict.sent,
      based_on: save2.basedOn,
      person_id: by.personId,
      at: by.at,
      settled_at: null
    }).execute();
  }
  return kept2;
}
async function skipIndicator(ctx, at2) {
  await ctx.db.write(async (tx) => {
    const own2 = ownedBy(tx, at2.organisationId);
    const before = await openForWriting(own2, at2);
    if (before.skipped) return;
    await writeSkipped(own2, at2.assessmentId, before, {
      personId: ctx.actor.kind === "person" ? ctx.actor.id : "",
      at: instant(ctx.clock)
    });
    await audit(tx, ctx, {
      organisationId: at2.organisationId,
      action: "answer.put-off",
      subject: subjectOf2(at2.assessmentId, at2.indicatorId)
    });
  });
}
async function settleConflict(ctx, at2, conflictId, value) {
  return ctx.db.write(async (tx) => {
    const own2 = ownedBy(tx, at2.organisationId);
    const before = await openForWriting(own2, at2);
    const conflict = (await openConflicts(own2, at2.assessmentId, at2.indicatorId)).find((each) => each.id === conflictId);
    if (!conflict) throw new Problem("not-found");
    const now = instant(ctx.clock);
    const accepted = before.values[conflict.field] === value ? {} : { [conflict.field]: value };
    if (conflict.field in accepted) {
      await writeAnswer(own2, at2.assessmentId, before, accepted, {
        personId: ctx.actor.kind === "person" ? ctx.actor.id : "",
        at: now
      });
    }
    await own2.update("answer_conflict").set({ settled_at: now }).where("assessment_id", "=", at2.assessmentId).where("indicator_id", "=", at2.indicatorId).where("id", "=", conflictId).execute();
    await audit(tx, ctx, {
      organisationId: at2.organisationId,
      action: "answer.versions-settled",
      subject: subjectOf2(at2.assessmentId, at2.indicatorId),
      detail: { field: conflict.field }
    });
    return conflict;
  });
}
async function openForWriting(own2, at2) {
  const assessment3 = await findAssessment(own2, at2.assessmentId);
  if (!assessment3) throw new Problem("not-found");
  if (assessment3.status === "complete") throw new Problem("stale");
  return answerOf(own2, at2.assessmentId, at2.indicatorId);
}

// src/assessment/indicator/beside.tsx
init_platform();

// src/assessment/indicator/actions-beside.tsx
init_platform();
init_jsx_runtime();
async function actionsBeside(visit2, form2, { opened, indicator: indicator4 }) {
  const typed = readInlineAction(form2, opened.edition, indicator4.id);
  const suggestion2 = readSuggestion(form2, indicator4.suggestedActions);
  const actionErrors = typed && !typed.ok ? typed.errors : {};
  const asked = suggestion2 !== null || form2.get("do") === "add-action";
  return {
    form: form2,
    actionErrors,
    errors: actionSummary(actionErrors, INLINE_PREFIX),
    async write(own2) {
      if (typed?.ok) await addActionsIn(own2, visit2, opened.assessment.id, [typed.value]);
      if (suggestion2) await takeSuggestionIn(own2, visit2, opened.assessment.id, indicator4.id, suggestion2);
    },
    anchor: asked ? "actions" : null,
    notice: asked ? "Added to your development plan" : null
  };
}
async function showActions(visit2, where2, sent) {
  const { opened, indicator: indicator4, mayAnswer } = where2;
  const again = sent && sent.errors.length > 0;
  return /* @__PURE__ */ jsx(
    ActionsInline,
    {
      organisationId: visit2.organisation.id,
      planId: opened.assessment.id,
      actions: await actionsAbout(visit2.own, opened.assessment.id, indicator4.id),
      edition: opened.edition,
      suggestions: indicator4.suggestedActions,
      newId: newId(),
      today: today(visit2.clock),
      values: again ? actionValues(sent.form, INLINE_PREFIX) : void 0,
      errors: again ? sent.actionErrors : void 0,
      canChange: mayAnswer
    }
  );
}

// src/assessment/indicator/beside.tsx
init_jsx_runtime();
var noBeside = {
  form: null,
  evidenceErrors: {},
  actions: null,
  errors: [],
  write: async () => {
  },
  anchor: null,
  notice: null,
  removedId: null
};
async function besideAnswer(visit2, form2, where2) {
  const subject2 = subjectOf2(where2.opened.assessment.id, where2.indicator.id);
  const pressed = form2.get("do");
  const deed = readEvidenceDeed(pressed);
  const read = await readNewEvidence(form2, visit2.files);
  const items = read.ok ? read.items : [];
  const there = await evidenceAbout(visit2.own, subject2);
  const evidenceErrors = !read.ok ? read.errors : there.length + items.length > MOST_ITEMS ? { evidenceLink: `There can be ${MOST_ITEMS} items of evidence for one indicator. Remove one first.` } : {};
  const actions = await actionsBeside(visit2, form2, where2);
  return {
    form: form2,
    evidenceErrors,
    actions,
    errors: [...evidenceSummary(evidenceErrors), ...actions.errors],
    async write(own2) {
      if (items.length > 0 && Object.keys(evidenceErrors).length === 0) await addEvidenceIn(own2, visit2, subject2, items);
      if (deed?.kind === "remove") await removeEvidenceIn(own2, visit2, subject2, deed.id);
      if (deed?.kind === "restore") await restoreEvidenceIn(own2, visit2, subject2, deed.id);
      await actions.write(own2);
    },
    anchor: deed ? "your-evidence" : actions.anchor,
    notice: deed ? deed.kind === "remove" ? "Removed" : deed.kind === "restore" ? "Put back" : "Added" : actions.notice,
    removedId: deed?.kind === "remove" ? deed.id : null
  };
}
async function showBeside(visit2, where2, beside) {
  const subject2 = subjectOf2(where2.opened.assessment.id, where2.indicator.id);
  const items = await evidenceAbout(visit2.own, subject2);
  const removed = beside.removedId && isId(beside.removedId) ? await findEvidence(visit2.own, beside.removedId) : null;
  return {
    evidence: /* @__PURE__ */ jsx(Fragment, { children: [
      /* @__PURE__ */ jsx(
        EvidenceItems,
        {
          items,
          organisationId: visit2.organisation.id,
          people: await namesOf(
            visit2.db.read,
            items.map((item) => item.addedBy)
          ),
          canChange: where2.mayAnswer
        }
      ),
      removed?.removed && removed.subject === subject2 && /* @__PURE__ */ jsx(RemovedEvidence, { item: removed }),
      where2.mayAnswer && /* @__PURE__ */ jsx(AddEvidenceFields, { values: beside.form ? evidenceValues(beside.form) : void 0, errors: beside.evidenceErrors })
    ] }),
    actions: await showActions(visit2, where2, beside.actions)
  };
}

// src/assessment/indicator/form.ts
function readAnswer(form2, edition, indicator4) {
  const named = form2.all("fields").filter(isField);
  const fields5 = named.length > 0 ? named : form2.get("whole") === "yes" ? FIELDS2 : [];
  const sent = {};
  const values = {};
  const errors = {};
  for (const field of fields5) {
    const value = field === "examples" ? readExamples(form2, indicator4) : form2.get(field);
    sent[field] = value;
    const fault2 = faultIn(field, value, edition);
    if (fault2) errors[field] = fault2;
    else values[field] = value;
  }
  const basedOn = Number(form2.get("basedOn"));
  return { basedOn: Number.isSafeInteger(basedOn) && basedOn >= 0 ? basedOn : 0, values, sent, errors };
}
function readExamples(form2, indicator4) {
  const known3 = new Set(exampleItems(indicator4).map((example) => example.key));
  return examplesValue(form2.all("examples").filter((key) => known3.has(key)));
}
function faultIn(field, value, edition) {
  if (field === "examples") return null;
  if (field === "rating") {
    const known3 = value === "" || value === LESS_RELEVANT || edition.ratings.some((rating2) => rating2.id === value);
    return known3 ? null : "Choose one of the ratings";
  }
  const bound = BOUNDS[field];
  return value.length > bound ? `${FIELD_LABELS[field]} must be ${bound.toLocaleString("en-GB")} characters or fewer. You have ${value.length.toLocaleString("en-GB")}. For long documents, say where they are kept instead.` : null;
}

// src/assessment/indicator/page.tsx
init_form();
init_ui();

// src/assessment/indicator/aside.tsx
init_ui();
init_jsx_runtime();
function Aside({ opened, standard: standard2, indicator: indicator4, themes }) {
  const at2 = { organisation: opened.organisationId, assessment: opened.assessment.id };
  return /* @__PURE__ */ jsx(Fragment, { children: [
    themes.length > 0 && /* @__PURE__ */ jsx("section", { class: "app-aside-part", "aria-labelledby": "themes-heading", children: [
      /* @__PURE__ */ jsx("h2", { class: "govuk-heading-s", id: "themes-heading", children: "One document, several indicators" }),
      /* @__PURE__ */ jsx("ul", { class: "govuk-list", children: themes.map((theme2) => /* @__PURE__ */ jsx("li", { class: "govuk-body-s", children: [
        /* @__PURE__ */ jsx("strong", { children: theme2.title }),
        " also speaks to",
        " ",
        theme2.indicatorIds.filter((id) => id !== indicator4.id).map((id, index) => /* @__PURE__ */ jsx(Fragment, { children: [
          index > 0 && ", ",
          /* @__PURE__ */ jsx(IndicatorLink, { opened, id })
        ] })),
        "."
      ] })) }),
      themes.some((theme2) => theme2.lookFor) && /* @__PURE__ */ jsx(Details, { summary: "What to look for in them", children: /* @__PURE__ */ jsx("dl", { class: "app-look-for govuk-body-s", children: themes.map(
        (theme2) => theme2.lookFor && /* @__PURE__ */ jsx(Fragment, { children: [
          /* @__PURE__ */ jsx("dt", { children: theme2.title }),
          /* @__PURE__ */ jsx("dd", { children: theme2.lookFor })
        ] })
      ) }) })
    ] }),
    standard2.links.length > 0 && /* @__PURE__ */ jsx(Details, { summary: `Useful links for standard ${standard2.number}`, children: /* @__PURE__ */ jsx("ul", { class: "govuk-list govuk-list--bullet govuk-body-s", children: standard2.links.map((link) => /* @__PURE__ */ jsx("li", { children: [
      link.url ? /* @__PURE__ */ jsx("a", { class: "govuk-link", href: link.url, rel: "noreferrer", children: link.title }) : link.title,
      ", ",
      link.publisher
    ] })) }) }),
    /* @__PURE__ */ jsx(Details, { summary: "Jump to any indicator", attributes: { "data-shortcut-jump": true }, children: opened.standards.map((each) => /* @__PURE__ */ jsx(Fragment, { children: [
      /* @__PURE__ */ jsx("p", { class: "govuk-body-s app-jump__standard", children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths4.standard.to({ ...at2, standard: String(each.standard.number) }), children: [
        each.standard.number,
        ". ",
        each.standard.title
      ] }) }),
      /* @__PURE__ */ jsx("ul", { class: "govuk-list app-jump", children: each.indicators.map(({ indicator: other, state: state2 }) => /* @__PURE__ */ jsx("li", { children: /* @__PURE__ */ jsx(
        "a",
        {
          class: `govuk-link app-jump__link app-jump__link--${state2}`,
          href: paths4.indicator.to({ ...at2, indicator: other.id }),
          "aria-current": other.id === indicator4.id ? "page" : void 0,
          title: `${other.shortTitle}: ${INDICATOR_STATES[state2].label}`,
          children: [
            other.id,
            /* @__PURE__ */ jsx("span", { class: "govuk-visually-hidden", children: [
              " ",
              other.shortTitle,
              ", ",
              INDICATOR_STATES[state2].label
            ] })
          ]
        }
      ) })) })
    ] })) }),
    /* @__PURE__ */ jsx(Details, { summary: "Keyboard shortcuts", attributes: { "data-shortcuts": true }, children: [
      /* @__PURE__ */ jsx("p", { class: "govuk-body-s", children: "They work when you are not typing in a field." }),
      /* @__PURE__ */ jsx("dl", { class: "app-keys govuk-body-s", children: [
        /* @__PURE__ */ jsx(Key2, { name: "n", does: "next indicator" }),
        /* @__PURE__ */ jsx(Key2, { name: "p", does: "previous indicator" }),
        /* @__PURE__ */ jsx(Key2, { name: `1 to ${opened.edition.ratings.length}`, does: "choose that rating" }),
        /* @__PURE__ */ jsx(Key2, { name: "j", does: "jump to any indicator" }),
        /* @__PURE__ */ jsx(Key2, { name: "?", does: "open this list" })
      ] })
    ] })
  ] });
}
function Key2({ name: name2, does }) {
  return /* @__PURE__ */ jsx("div", { class: "app-keys__row", children: [
    /* @__PURE__ */ jsx("dt", { children: /* @__PURE__ */ jsx("kbd", { children: name2 }) }),
    /* @__PURE__ */ jsx("dd", { children: does })
  ] });
}
function IndicatorLink({ opened, id }) {
  const inScope = opened.standards.some((standard2) => standard2.indicators.some((each) => each.indicator.id === id));
  if (!inScope) return /* @__PURE__ */ jsx(Fragment, { children: id });
  return /* @__PURE__ */ jsx(
    "a",
    {
      class: "govuk-link",
      href: paths4.indicator.to({ organisation: opened.organisationId, assessment: opened.assessment.id, indicator: id }),
      children: id
    }
  );
}

// src/assessment/indicator/questions.tsx
init_ui();
init_jsx_runtime();
function Examples({ indicator: indicator4, values }) {
  if (indicator4.examples.length === 0) return null;
  const held = new Set(heldExamples(values));
  return /* @__PURE__ */ jsx("section", { class: "app-question", id: "examples", children: /* @__PURE__ */ jsx("fieldset", { class: "govuk-fieldset", "aria-describedby": "examples-hint", children: [
    /* @__PURE__ */ jsx("legend", { class: "govuk-fieldset__legend govuk-fieldset__legend--m", children: /* @__PURE__ */ jsx("h2", { class: "govuk-fieldset__heading", children: "Example evidence" }) }),
    /* @__PURE__ */ jsx("p", { class: "govuk-hint", id: "examples-hint", children: "Tick what you have. Leave the rest: that means not yet. You don\u2019t need all of these." }),
    indicator4.examples.map((example) => /* @__PURE__ */ jsx(Example, { example, held }))
  ] }) });
}
function Example({ example, held }) {
  if (example.kind === "item") return /* @__PURE__ */ jsx(Tick, { item: example, held });
  return /* @__PURE__ */ jsx("fieldset", { class: "govuk-fieldset app-examples-group", children: [
    /* @__PURE__ */ jsx("legend", { class: "govuk-fieldset__legend app-examples-group__heading", children: example.heading }),
    example.items.map((item) => /* @__PURE__ */ jsx(Tick, { item, held }))
  ] });
}
function Tick({ item, held }) {
  const id = `example-${item.key.replace(".", "-")}`;
  return /* @__PURE__ */ jsx("div", { class: "govuk-checkboxes govuk-checkboxes--small app-tick", children: /* @__PURE__ */ jsx("div", { class: "govuk-checkboxes__item", children: [
    /* @__PURE__ */ jsx(
      "input",
      {
        class: "govuk-checkboxes__input",
        id,
        type: "checkbox",
        name: "examples",
        value: item.key,
        checked: held.has(item.key),
        "data-field": "examples"
      }
    ),
    /* @__PURE__ */ jsx("label", { class: "govuk-label govuk-checkboxes__label", for: id, children: item.text })
  ] }) });
}
function YourEvidence({ values, errors, evidence }) {
  return /* @__PURE__ */ jsx("section", { class: "app-question", id: "your-evidence", "aria-labelledby": "evidence-heading", children: [
    /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", id: "evidence-heading", children: "Your evidence" }),
    /* @__PURE__ */ jsx(
      CharacterCount,
      {
        name: "evidence",
        label: "What do you do, and what shows it?",
        hint: "A sentence or two is plenty. Leave out names and anything that would identify a young person.",
        rows: 6,
        maxlength: BOUNDS.evidence,
        threshold: 75,
        value: values.evidence,
        error: errors.evidence,
        attributes: { "data-field": "evidence", dir: "auto" }
      }
    ),
    evidence
  ] });
}
function Ratings({ opened, indicator: indicator4, values, errors }) {
  const { ratings } = opened.edition;
  return /* @__PURE__ */ jsx("section", { class: "app-question", children: /* @__PURE__ */ jsx(
    Radios,
    {
      name: "rating",
      class: "app-choices",
      legend: /* @__PURE__ */ jsx("h2", { class: "govuk-fieldset__heading", children: "Where are you now?" }),
      legendSize: "m",
      hint: "Choose what sounds most like you today. Nobody marks this: an honest answer is the useful one.",
      error: errors.rating,
      value: values.rating,
      items: [
        ...ratings.map((rating2, index) => ({
          value: rating2.id,
          text: /* @__PURE__ */ jsx(RatingMark, { order: rating2.order, count: ratings.length, label: rating2.label }),
          hint: indicator4.levels[rating2.id] ?? rating2.meaning ?? void 0,
          attributes: { "data-field": "rating", "data-shortcut-rating": String(index + 1) }
        })),
        { divider: "or" },
        {
          value: LESS_RELEVANT,
          text: LESS_RELEVANT_LABEL,
          attributes: { "data-field": "rating" },
          conditional: /* @__PURE__ */ jsx(
            Textarea,
            {
              name: "lessRelevantReason",
              label: "Why is it less relevant to how you mentor?",
              rows: 2,
              value: values.lessRelevantReason,
              error: errors.lessRelevantReason,
              attributes: { "data-field": "lessRelevantReason", dir: "auto" }
            }
          )
        }
      ]
    }
  ) });
}
function Notes({ values, errors }) {
  return /* @__PURE__ */ jsx(Details, { summary: "Private notes", open: values.notes !== "" || errors.notes !== void 0, class: "app-question", children: /* @__PURE__ */ jsx(
    Textarea,
    {
      name: "notes",
      label: "Notes for your own team",
      hint: "Only people in your organisation see these. They are never part of a report.",
      rows: 4,
      value: values.notes,
      error: errors.notes,
      attributes: { "data-field": "notes", dir: "auto" }
    }
  ) });
}

// src/assessment/indicator/page.tsx
init_jsx_runtime();
function indicatorPage(model4) {
  const { opened, standard: standard2, indicator: indicator4, answer, errors, otherErrors, mayAnswer } = model4;
  const at2 = { organisation: opened.organisationId, assessment: opened.assessment.id, indicator: indicator4.id };
  const summary2 = [...Object.entries(errors).map(([field, text2]) => ({ text: text2, href: `#${field}` })), ...otherErrors];
  const place = opened.standards.flatMap((each) => each.indicators);
  const number = place.findIndex((each) => each.indicator.id === indicator4.id) + 1;
  return {
    title: `${indicator4.id} ${indicator4.shortTitle}`,
    error: summary2.length > 0,
    wide: true,
    back: { href: paths4.taskList.to(at2), text: "All standards" },
    body: /* @__PURE__ */ jsx(
      WithAside,
      {
        asideLabel: "Help with this indicator",
        aside: /* @__PURE__ */ jsx(
          Aside,
          {
            opened,
            standard: standard2,
            indicator: indicator4,
            themes: themesForIndicator(opened.edition, indicator4.id)
          }
        ),
        children: [
          summary2.length > 0 && /* @__PURE__ */ jsx(ErrorSummary, { errors: summary2 }),
          /* @__PURE__ */ jsx(Conflicts, { ...model4 }),
          /* @__PURE__ */ jsx(PageHeading, { caption: `Standard ${standard2.number}: ${standard2.title}`, lead: indicator4.statement, children: [
            /* @__PURE__ */ jsx("span", { class: "app-indicator__id", children: indicator4.id }),
            " ",
            indicator4.shortTitle
          ] }),
          /* @__PURE__ */ jsx("p", { class: "govuk-body app-indicator__meta", children: [
            indicator4.core && /* @__PURE__ */ jsx(CoreTag, {}),
            " ",
            /* @__PURE__ */ jsx("span", { children: [
              "Indicator ",
              number,
              " of ",
              place.length
            ] })
          ] }),
          indicator4.whyItMatters && /* @__PURE__ */ jsx(InsetText, { children: [
            /* @__PURE__ */ jsx("strong", { children: "Why it matters." }),
            " ",
            indicator4.whyItMatters
          ] }),
          /* @__PURE__ */ jsx(
            Form,
            {
              id: "answer",
              action: paths4.indicator.to(at2),
              files: true,
              class: "app-answer",
              data: {
                "data-autosave": mayAnswer,
                "data-revision": String(answer.revision),
                "data-subject": subjectOf2(opened.assessment.id, indicator4.id),
                "data-person": model4.personId
              },
              children: [
                /* @__PURE__ */ jsx("input", { type: "hidden", name: "whole", value: "yes" }),
                /* @__PURE__ */ jsx("input", { type: "hidden", name: "basedOn", value: answer.revision }),
                /* @__PURE__ */ jsx("button", { type: "submit", name: "do", value: "save", class: "govuk-visually-hidden", tabindex: -1, children: "Save" }),
                /* @__PURE__ */ jsx("fieldset", { class: "app-plain-fieldset", disabled: !mayAnswer, children: [
                  /* @__PURE__ */ jsx(Examples, { ...model4 }),
                  /* @__PURE__ */ jsx(YourEvidence, { ...model4 }),
                  /* @__PURE__ */ jsx(Ratings, { ...model4 }),
                  /* @__PURE__ */ jsx("section", { class: "app-question", id: "actions", "aria-labelledby": "actions-heading", children: [
                    /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", id: "actions-heading", children: "What will you do next?" }),
                    model4.actions
                  ] }),
                  /* @__PURE__ */ jsx(Notes, { ...model4 })
                ] }),
                /* @__PURE__ */ jsx("div", { class: "app-answer__end", children: [
                  /* @__PURE__ */ jsx(SaveStatus, { children: answer.updatedAt ? `Saved ${formatTime(answer.updatedAt)}` : void 0 }),
                  mayAnswer && /* @__PURE__ */ jsx("div", { class: "govuk-button-group", children: [
                    /* @__PURE__ */ jsx(Button, { name: "do", value: "continue", preventDoubleClick: true, children: "Save and continue" }),
                    /* @__PURE__ */ jsx(Button, { name: "do", value: "save", kind: "secondary", attributes: { "data-without-js": true }, children: "Save" }),
                    /* @__PURE__ */ jsx(Button, { name: "do", value: "skip", kind: "secondary", children: "Skip for now" })
                  ] })
                ] })
              ]
            }
          ),
          /* @__PURE__ */ jsx(Neighbouring, { ...model4 })
        ]
      }
    )
  };
}
function Conflicts({ opened, indicator: indicator4, conflicts }) {
  if (conflicts.length === 0) return null;
  const at2 = { organisation: opened.organisationId, assessment: opened.assessment.id, indicator: indicator4.id };
  return /* @__PURE__ */ jsx("section", { class: "app-versions-notice", "aria-labelledby": "versions-heading", children: [
    /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", id: "versions-heading", children: "There are two versions of the same words" }),
    /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "Both are kept. Nothing is lost. Have a look, and choose one or join them." }),
    /* @__PURE__ */ jsx("ul", { class: "govuk-list", children: conflicts.map((conflict) => /* @__PURE__ */ jsx("li", { children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths4.versions.to({ ...at2, conflict: conflict.id }), children: [
      FIELD_LABELS[conflict.field],
      ": see both versions"
    ] }) })) })
  ] });
}
function Neighbouring({ opened, neighbours: neighbours2 }) {
  const to = (id) => paths4.indicator.to({ organisation: opened.organisationId, assessment: opened.assessment.id, indicator: id });
  const link = (indicator4, key) => indicator4 && {
    href: to(indicator4.id),
    label: `${indicator4.id} ${indicator4.shortTitle}`,
    attributes: { "data-shortcut": key }
  };
  return /* @__PURE__ */ jsx(Pagination, { label: "Indicators", previous: link(neighbours2.previous, "p"), next: link(neighbours2.next, "n") });
}

// src/assessment/indicator/routes.tsx
function indicatorRoutes(routes) {
  routes.get(paths4.indicator.pattern, may("see-assessments"), async (visit2, c) => {
    const opened = await openAssessment(visit2, c.req.param("assessment"));
    return showIndicator(visit2, opened, c.req.param("indicator"), { removedId: c.req.query("removed") ?? null });
  });
  routes.post(
    paths4.indicator.pattern,
    may("answer-assessment"),
    (visit2, form2, c) => wantsJson(c) ? autosave(visit2, form2, c) : saveWholePage(visit2, form2, c)
  );
}
var wantsJson = (c) => c.req.header("accept")?.startsWith("application/json") ?? false;
async function autosave(visit2, form2, c) {
  const opened = await openAssessment(visit2, c.req.param("assessment"));
  const indicator4 = indicatorIn(opened, c.req.param("indicator"));
  const read = readAnswer(form2, opened.edition, indicator4);
  const at2 = { organisation: visit2.organisation.id, assessment: opened.assessment.id, indicator: indicator4.id };
  const saved = await saveAnswer(visit2, {
    organisationId: at2.organisation,
    assessmentId: at2.assessment,
    indicatorId: at2.indicator,
    basedOn: read.basedOn,
    values: read.values
  });
  if (Object.keys(read.errors).length > 0) {
    return c.json({ problem: "invalid", errors: read.errors, revision: saved.revision, savedAt: formatTime(saved.at) }, 422);
  }
  if (saved.conflicts.length === 0) return c.json({ state: "saved", revision: saved.revision, savedAt: formatTime(saved.at) });
  return c.json({
    state: "conflict",
    revision: saved.revision,
    savedAt: formatTime(saved.at),
    conflicts: saved.conflicts.map((conflict) => ({
      id: conflict.id,
      field: conflict.field,
      fieldLabel: FIELD_LABELS[conflict.field],
      yours: conflict.sent,
      theirs: conflict.stands,
      href: paths4.versions.to({ ...at2, conflict: conflict.id })
    }))
  });
}
async function saveWholePage(visit2, form2, c) {
  const opened = await openAssessment(visit2, c.req.param("assessment"));
  const indicator4 = indicatorIn(opened, c.req.param("indicator"));
  const at2 = { organisation: visit2.organisation.id, assessment: opened.assessment.id, indicator: indicator4.id };
  const ids3 = { organisationId: at2.organisation, assessmentId: at2.assessment, indicatorId: at2.indicator };
  const answer = readAnswer(form2, opened.edition, indicator4);
  const beside = await besideAnswer(visit2, form2, { opened, indicator: indicator4 });
  const saved = await saveAnswer(visit2, { ...ids3, basedOn: answer.basedOn, values: answer.values }, beside.write);
  if (Object.keys(answer.errors).length > 0 || beside.errors.length > 0) {
    return showIndicator(visit2, await openAssessment(visit2, at2.assessment), at2.indicator, { answer, beside });
  }
  const [conflict] = saved.conflicts;
  if (conflict) return visit2.go(paths4.versions.to({ ...at2, conflict: conflict.id }));
  const here2 = paths4.indicator.to(at2);
  const pressed = form2.get("do");
  if (pressed === "skip") await skipIndicator(visit2, ids3);
  if (pressed === "skip" || pressed === "continue") {
    const next = neighbours(
      opened.edition,
      inOrder2(opened).map((each) => each.id),
      indicator4.id
    ).next;
    return visit2.go(next ? paths4.indicator.to({ ...at2, indicator: next.id }) : paths4.lookOver.to(at2));
  }
  const removed = beside.removedId ? `?removed=${beside.removedId}` : "";
  return visit2.go(`${here2}${removed}${beside.anchor ? `#${beside.anchor}` : ""}`, beside.notice ?? "Saved");
}
async function showIndicator(visit2, opened, id, again) {
  const indicator4 = indicatorIn(opened, id);
  const answer = opened.answerOf(indicator4.id);
  const standard2 = found(opened.edition.standards.find((each) => each.number === indicator4.standard));
  const mayAnswer = opened.assessment.status === "in-progress" && roleMay(visit2.role, "answer-assessment") && !opened.exempt.has(indicator4.standard);
  const conflicts = await openConflicts(visit2.own, opened.assessment.id, indicator4.id);
  const names2 = await namesOf(
    visit2.db.read,
    conflicts.map((conflict) => conflict.personId)
  );
  const shown = { ...EMPTY, ...answer.values, ...again.answer?.sent };
  const beside = await showBeside(
    visit2,
    { opened, indicator: indicator4, mayAnswer },
    again.beside ?? { ...noBeside, removedId: again.removedId ?? null }
  );
  const failed = again.answer !== void 0 || again.beside !== void 0;
  return visit2.show(
    indicatorPage({
      opened,
      standard: standard2,
      indicator: indicator4,
      answer,
      values: shown,
      errors: again.answer?.errors ?? {},
      otherErrors: again.beside?.errors ?? [],
      conflicts: conflicts.map((conflict) => ({ ...conflict, by: names2.get(conflict.personId) ?? "Someone" })),
      neighbours: neighbours(
        opened.edition,
        inOrder2(opened).map((each) => each.id),
        indicator4.id
      ),
      personId: visit2.person.id,
      mayAnswer,
      ...beside
    }),
    failed ? 422 : 200
  );
}

// src/assessment/look-over/routes.ts
init_platform();

// src/assessment/look-over/page.tsx
init_ui();
init_jsx_runtime();
var at = (opened) => ({ organisation: opened.organisationId, assessment: opened.assessment.id });
function wholePage(model4) {
  const { opened } = model4;
  return {
    title: "Look it all over",
    wide: true,
    back: { href: paths4.taskList.to(at(opened)), text: "All standards" },
    body: /* @__PURE__ */ jsx(Fragment, { children: [
      /* @__PURE__ */ jsx(PageHeading, { lead: "Every answer at a glance. Questions come first. They are there to help you think; most of them you can leave.", children: "Look it all over" }),
      /* @__PURE__ */ jsx(Gaps, { ...model4 }),
      model4.mayManage && opened.assessment.status === "in-progress" && /* @__PURE__ */ jsx(Button, { href: paths4.complete.to(at(opened)), children: "Go on to completing it" }),
      model4.standards.map((standard2) => /* @__PURE__ */ jsx("section", { class: "app-look-over", "aria-labelledby": `standard-${standard2.standard.number}`, children: [
        /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", id: `standard-${standard2.standard.number}`, children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths4.standard.to({ ...at(opened), standard: String(standard2.standard.number) }), children: [
          standard2.standard.number,
          ". ",
          standard2.standard.title
        ] }) }),
        /* @__PURE__ */ jsx(Answers, { ...model4, standard: standard2 })
      ] }))
    ] })
  };
}
function standardPage(model4) {
  const { opened, standard: standard2 } = model4;
  const next = nextIndicator([standard2]);
  const rule = opened.edition.exemptions.find((each) => each.standard === standard2.standard.number);
  const exemption2 = opened.exemptions.find((each) => each.standard === standard2.standard.number);
  const state2 = STANDARD_STATES[standard2.state];
  return {
    title: `Standard ${standard2.standard.number}: ${standard2.standard.title}`,
    wide: true,
    back: { href: paths4.taskList.to(at(opened)), text: "All standards" },
    body: /* @__PURE__ */ jsx(Fragment, { children: [
      /* @__PURE__ */ jsx(PageHeading, { caption: `Standard ${standard2.standard.number}`, lead: standard2.standard.aim, children: standard2.standard.title }),
      /* @__PURE__ */ jsx("p", { class: "govuk-body", children: /* @__PURE__ */ jsx(StatusTag, { kind: state2.status, children: state2.label }) }),
      rule && /* @__PURE__ */ jsx(Mark2, { ...model4, held: rule.heldMark, standardNumber: standard2.standard.number, children: exemption2 && `${exemption2.mark}, ${exemption2.level}, awarded ${formatDate(exemption2.awardedOn)}${exemption2.expiresOn ? `, ${opened.exempt.has(exemption2.standard) ? "until" : "ended"} ${formatDate(exemption2.expiresOn)}` : ""}` }),
      model4.mayAnswer && next && /* @__PURE__ */ jsx(Button, { href: paths4.indicator.to({ ...at(opened), indicator: next.id }), start: true, children: [
        standard2.answered === 0 ? "Begin with" : "Carry on with",
        " ",
        next.id,
        " ",
        next.shortTitle
      ] }),
      /* @__PURE__ */ jsx(Gaps, { ...model4 }),
      /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", children: "Its indicators" }),
      /* @__PURE__ */ jsx(Answers, { ...model4, standard: standard2 }),
      /* @__PURE__ */ jsx("p", { class: "govuk-body app-after-list", children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths4.lookOver.to(at(opened)), children: "Every answer of every standard" }) })
    ] })
  };
}
function Mark2(props) {
  const { opened, held, standardNumber: standardNumber2, children, mayManage } = props;
  if (!children && !mayManage) return null;
  const exempt = opened.exempt.has(standardNumber2);
  const address = paths4.exemption.to({ ...at(opened), standard: String(standardNumber2) });
  return /* @__PURE__ */ jsx("div", { class: "govuk-inset-text", children: [
    children && /* @__PURE__ */ jsx("p", { class: "govuk-body", children }),
    exempt && /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "This mark covers the whole standard, so nothing is asked here. What you had answered is kept." }),
    children && !exempt && /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "It no longer covers this standard, so its indicators are open again, with the answers they had." }),
    !children && /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
      "If you hold a ",
      held,
      ", you don\u2019t need to complete this standard."
    ] }),
    mayManage && opened.assessment.status === "in-progress" && /* @__PURE__ */ jsx("a", { class: "govuk-link", href: address, children: children ? "Change or withdraw this" : `We hold a ${held}` })
  ] });
}
function Gaps({ opened, standards, gapsOf: gapsOf2 }) {
  const rows = standards.flatMap((standard2) => standard2.indicators).flatMap(({ indicator: indicator4 }) => gapsOf2(indicator4.id).map((gap) => ({ indicator: indicator4, gap })));
  if (standards.every((standard2) => standard2.state === "not-started")) return null;
  if (rows.length === 0) return /* @__PURE__ */ jsx("p", { class: "govuk-body app-nothing-open", children: "Nothing is left open here." });
  const unrated = rows.filter((row) => row.gap === "not-rated");
  const others = rows.filter((row) => row.gap !== "not-rated");
  const link = (indicator4) => /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths4.indicator.to({ ...at(opened), indicator: indicator4.id }), children: [
    indicator4.id,
    " ",
    indicator4.shortTitle
  ] });
  return /* @__PURE__ */ jsx("section", { class: "app-gaps", "aria-labelledby": "gaps-heading", children: [
    /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", id: "gaps-heading", children: "Worth another look" }),
    others.length > 0 && /* @__PURE__ */ jsx("ul", { class: "govuk-list govuk-list--spaced", children: others.map((row) => /* @__PURE__ */ jsx("li", { children: [
      link(row.indicator),
      /* @__PURE__ */ jsx("br", {}),
      GAPS[row.gap]
    ] })) }),
    unrated.length > 0 && /* @__PURE__ */ jsx("details", { class: "govuk-details", open: unrated.length <= 6, children: [
      /* @__PURE__ */ jsx("summary", { class: "govuk-details__summary", children: /* @__PURE__ */ jsx("span", { class: "govuk-details__summary-text", children: [
        plural(unrated.length, "indicator is", "indicators are"),
        " not rated yet"
      ] }) }),
      /* @__PURE__ */ jsx("ul", { class: "govuk-list app-columns", children: unrated.map((row) => /* @__PURE__ */ jsx("li", { children: link(row.indicator) })) })
    ] })
  ] });
}
function Answers({ opened, standard: standard2, around }) {
  return /* @__PURE__ */ jsx(Stack, { children: standard2.indicators.map(({ indicator: indicator4, state: state2 }) => {
    const { values } = opened.answerOf(indicator4.id);
    const rating2 = ratingById(opened.edition, values.rating);
    const counts = around(indicator4.id);
    const held = heldExamples(values).length;
    const facts = [
      held > 0 && plural(held, "example ticked", "examples ticked"),
      counts.evidence > 0 && plural(counts.evidence, "item of evidence", "items of evidence"),
      counts.actions > 0 && plural(counts.actions, "action", "actions")
    ].filter((fact2) => fact2 !== false);
    return /* @__PURE__ */ jsx("article", { class: "app-answer-card", children: [
      /* @__PURE__ */ jsx("h3", { class: "govuk-heading-s", children: [
        /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths4.indicator.to({ ...at(opened), indicator: indicator4.id }), children: [
          indicator4.id,
          " ",
          indicator4.shortTitle
        ] }),
        " ",
        indicator4.core && /* @__PURE__ */ jsx(CoreTag, {})
      ] }),
      /* @__PURE__ */ jsx("p", { class: "govuk-body-s app-answer-card__statement", children: indicator4.statement }),
      rating2 && state2 !== "exempt" ? /* @__PURE__ */ jsx(RatingMark, { order: rating2.order, count: opened.edition.ratings.length, label: rating2.label }) : /* @__PURE__ */ jsx(StatusTag, { kind: INDICATOR_STATES[state2].status, children: values.rating === LESS_RELEVANT && state2 !== "exempt" ? LESS_RELEVANT_LABEL : INDICATOR_STATES[state2].label }),
      values.rating === LESS_RELEVANT && /* @__PURE__ */ jsx(FormattedText, { text: values.lessRelevantReason }),
      values.evidence !== "" && /* @__PURE__ */ jsx(FormattedText, { text: values.evidence.length > 400 ? `${values.evidence.slice(0, 400)}\u2026` : values.evidence }),
      facts.length > 0 && /* @__PURE__ */ jsx("p", { class: "govuk-body-s", children: facts.join(", ") })
    ] });
  }) });
}

// src/assessment/look-over/routes.ts
function lookOverRoutes(routes) {
  routes.get(paths4.lookOver.pattern, may("see-assessments"), async (visit2, c) => {
    const opened = await openAssessment(visit2, c.req.param("assessment"));
    return visit2.show(wholePage(await model2(visit2, opened, opened.standards)));
  });
  routes.get(paths4.standard.pattern, may("see-assessments"), async (visit2, c) => {
    const opened = await openAssessment(visit2, c.req.param("assessment"));
    const standard2 = found(opened.standards.find((each) => String(each.standard.number) === c.req.param("standard")));
    return visit2.show(standardPage({ ...await model2(visit2, opened, [standard2]), standard: standard2 }));
  });
}
async function model2(visit2, opened, standards) {
  const around = await surroundingsOf(visit2.own, opened.assessment.id);
  const open4 = opened.assessment.status === "in-progress";
  const standardOf2 = new Map(opened.edition.indicators.map((indicator4) => [indicator4.id, indicator4.standard]));
  return {
    opened,
    standards,
    around,
    gapsOf: (id) => gapsOf(opened.edition, opened.answerOf(id), opened.exempt.has(standardOf2.get(id) ?? -1), around(id)),
    mayAnswer: open4 && roleMay(visit2.role, "answer-assessment"),
    mayManage: roleMay(visit2.role, "complete-assessment")
  };
}

// src/assessment/start/routes.ts
init_platform();

// src/assessment/start/form.ts
init_platform();
function readStart(form2, editions) {
  const values = {
    id: form2.get("id"),
    edition: form2.get("edition"),
    scope: form2.get("scope"),
    programme: form2.get("programme").trim(),
    lead: form2.get("lead").trim()
  };
  const errors = {
    ...isId(values.id) ? {} : { id: "This page is out of date. Load it again, then start." },
    ...editions.includes(values.edition) ? {} : { edition: "Choose which framework to use" },
    ...values.scope === "core" || values.scope === "all" ? {} : { scope: "Choose the core indicators or the whole framework" },
    ...values.programme.length > 120 ? { programme: "The programme\u2019s name must be 120 characters or fewer" } : {},
    ...values.lead === "" ? { lead: "Enter the name of whoever is leading it" } : {},
    ...values.lead.length > 120 ? { lead: "The name must be 120 characters or fewer" } : {}
  };
  if (Object.keys(errors).length > 0) return { ok: false, values, errors };
  return {
    ok: true,
    value: {
      id: values.id,
      edition: values.edition,
      scope: values.scope,
      programme: values.programme || null,
      lead: values.lead
    }
  };
}

// src/assessment/start/list-page.tsx
init_ui();
init_jsx_runtime();
function listPage(model4) {
  return {
    title: "Assessments",
    body: /* @__PURE__ */ jsx(TwoThirds, { children: [
      /* @__PURE__ */ jsx(PageHeading, { children: "Assessments" }),
      /* @__PURE__ */ jsx(AssessmentCards, { ...model4 })
    ] })
  };
}
function AssessmentCards({ organisationId, mayStart, assessments, more }) {
  const start2 = mayStart && /* @__PURE__ */ jsx(
    Button,
    {
      href: paths4.start.to({ organisation: organisationId }),
      start: assessments.length === 0,
      kind: assessments.length === 0 ? "primary" : "secondary",
      children: [
        "Start ",
        assessments.length === 0 ? "your first assessment" : "another assessment"
      ]
    }
  );
  if (assessments.length === 0) {
    return /* @__PURE__ */ jsx(EmptyState, { title: "No assessment yet", action: start2, children: "An assessment takes you through the framework one indicator at a time: what you do now, how you can show it, and what you would like to do next. Half a day is enough to begin with." });
  }
  return /* @__PURE__ */ jsx(Stack, { children: [
    assessments.map(({ assessment: assessment3, progress: progress2 }) => /* @__PURE__ */ jsx(
      Card,
      {
        title: assessment3.programme ?? "All our mentoring",
        headingLevel: 3,
        href: paths4.taskList.to({ organisation: organisationId, assessment: assessment3.id }),
        footer: assessment3.status === "complete" && assessment3.completion ? /* @__PURE__ */ jsx(Fragment, { children: [
          /* @__PURE__ */ jsx(StatusTag, { kind: "complete" }),
          " on ",
          formatDate(assessment3.completion.completedOn),
          ". Next review",
          " ",
          formatDate(assessment3.completion.nextReviewOn),
          "."
        ] }) : /* @__PURE__ */ jsx(ProgressBar, { ...progress2, label: "indicators answered" }),
        children: /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
          SCOPES[assessment3.scope].short,
          ", led by ",
          assessment3.lead,
          ", started ",
          formatDate(assessment3.startedAt),
          assessment3.revision > 1 && `. Revision ${assessment3.revision}`
        ] })
      }
    )),
    more > 0 && /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
      more,
      " older assessments are not shown here."
    ] }),
    start2
  ] });
}

// src/assessment/start/page.tsx
init_form();
init_ui();
init_jsx_runtime();
function startPage({ organisationId, editions, values, errors }) {
  const listed = Object.entries(errors);
  const first2 = editions.find((edition) => edition.key === values.edition) ?? editions[0];
  return {
    title: "Start an assessment",
    error: listed.length > 0,
    back: { href: paths4.list.to({ organisation: organisationId }), text: "Assessments" },
    body: /* @__PURE__ */ jsx(TwoThirds, { children: [
      listed.length > 0 && /* @__PURE__ */ jsx(ErrorSummary, { errors: listed.map(([name2, text2]) => ({ text: text2, href: `#${name2}` })) }),
      /* @__PURE__ */ jsx(PageHeading, { lead: "You can stop at any point and come back. Everything is saved as you go.", children: "Start an assessment" }),
      /* @__PURE__ */ jsx(Form, { action: paths4.start.to({ organisation: organisationId }), children: [
        /* @__PURE__ */ jsx("input", { type: "hidden", name: "id", value: values.id }),
        editions.length > 1 ? /* @__PURE__ */ jsx(
          Select,
          {
            name: "edition",
            label: "Which framework?",
            items: editions.map((edition) => ({ value: edition.key, text: edition.label })),
            value: values.edition,
            error: errors.edition
          }
        ) : /* @__PURE__ */ jsx("input", { type: "hidden", name: "edition", value: first2?.key ?? "" }),
        /* @__PURE__ */ jsx(
          Radios,
          {
            name: "scope",
            legend: "How much would you like to take on?",
            legendSize: "m",
            error: errors.scope,
            value: values.scope,
            items: [
              {
                value: "core",
                text: `Core indicators first (${first2?.core ?? 0})`,
                hint: "Good for smaller organisations: about half a day. You can add the rest whenever you like, and nothing is lost."
              },
              {
                value: "all",
                text: `The whole framework (${first2?.indicators ?? 0})`,
                hint: "About a day, in as many sittings as you need."
              }
            ]
          }
        ),
        /* @__PURE__ */ jsx(
          Input,
          {
            name: "programme",
            label: "Is it about one programme?",
            labelSize: "s",
            hint: "Leave this empty if it is about all the mentoring you do.",
            value: values.programme,
            error: errors.programme,
            class: "govuk-!-width-two-thirds"
          }
        ),
        /* @__PURE__ */ jsx(
          Input,
          {
            name: "lead",
            label: "Who is leading it?",
            labelSize: "s",
            hint: "Usually whoever manages the mentoring, with help from colleagues.",
            value: values.lead,
            error: errors.lead,
            autocomplete: "name",
            class: "govuk-!-width-two-thirds"
          }
        ),
        /* @__PURE__ */ jsx(Button, { preventDoubleClick: true, children: "Start" })
      ] })
    ] })
  };
}

// src/assessment/start/routes.ts
var keyOf2 = (edition) => `${edition.id}/${edition.edition}`;
function startRoutes(routes) {
  routes.get(paths4.list.pattern, may("see-assessments"), async (visit2) => visit2.show(listPage(await listModel(visit2))));
  routes.get(paths4.start.pattern, may("start-assessment"), async (visit2) => {
    const editions = await choices(visit2);
    const values = { id: newId(), edition: editions[0]?.key ?? "", scope: "", programme: "", lead: visit2.person.name };
    return visit2.show(startPage({ organisationId: visit2.organisation.id, editions, values, errors: {} }));
  });
  routes.post(paths4.start.pattern, may("start-assessment"), async (visit2, form2) => {
    const editions = await choices(visit2);
    const read = readStart(
      form2,
      editions.map((edition) => edition.key)
    );
    if (!read.ok) return visit2.show(startPage({ organisationId: visit2.organisation.id, editions, ...read }), 422);
    const [id = "", label2 = ""] = read.value.edition.split("/");
    await startAssessment(visit2, visit2.organisation.id, found(await findEdition(visit2.db.read, id, label2)), read.value);
    return visit2.go(paths4.taskList.to({ organisation: visit2.organisation.id, assessment: read.value.id }));
  });
  routes.post(paths4.extend.pattern, may("start-assessment"), async (visit2, _form, c) => {
    const { assessment: assessment3 } = await openAssessment(visit2, c.req.param("assessment"));
    await extendToAll(visit2, visit2.organisation.id, assessment3.id);
    return visit2.go(
      paths4.taskList.to({ organisation: visit2.organisation.id, assessment: assessment3.id }),
      "All the indicators are here now. Everything you had answered is as you left it."
    );
  });
}
async function choices(visit2) {
  const listed = await listEditions(visit2.db.read);
  const editions = (await Promise.all(listed.map((each) => findEdition(visit2.db.read, each.id, each.edition)))).filter(
    (edition) => edition !== null
  );
  return editions.map((edition) => ({
    key: keyOf2(edition),
    label: `${edition.title} (${edition.edition})`,
    indicators: edition.indicators.length,
    core: edition.indicators.filter((indicator4) => indicator4.core).length
  }));
}
async function listModel(visit2) {
  const assessments = await listAssessments(visit2.own);
  return {
    organisationId: visit2.organisation.id,
    mayStart: visit2.role === "owner" || visit2.role === "lead",
    assessments: await Promise.all(
      assessments.slice(0, 100).map(async (assessment3) => ({ assessment: assessment3, progress: (await openAssessment(visit2, assessment3.id)).progress }))
    ),
    more: Math.max(assessments.length - 100, 0)
  };
}

// src/assessment/pace.ts
var BREAK = 15 * 6e4;
var FIRST = 2 * 6e4;
var ENOUGH = 3;
var ADVISED_MINUTES = 10;
function minutesLeft(saves, answered, left) {
  if (left === 0) return 0;
  const each = answered >= ENOUGH && saves.length > 0 ? worked(saves) / answered / 6e4 : ADVISED_MINUTES;
  const sensible = Math.min(Math.max(each, 1), 45);
  return Math.ceil(sensible * left / 5) * 5;
}
function worked(saves) {
  let total = FIRST;
  for (let i = 1; i < saves.length; i++) {
    const gap = Date.parse(saves[i] ?? "") - Date.parse(saves[i - 1] ?? "");
    total += gap <= BREAK ? gap : FIRST;
  }
  return total;
}
function inWords3(minutes) {
  if (minutes < 60) return `about ${minutes} minutes`;
  const halves = Math.round(minutes / 30);
  const hours = Math.floor(halves / 2);
  const half = halves % 2 === 1 ? "\xBD" : "";
  return `about ${hours}${half} ${hours === 1 && !half ? "hour" : "hours"}`;
}

// src/assessment/task-list/page.tsx
init_form();
init_ui();
init_jsx_runtime();
function taskListPage(model4) {
  const { opened } = model4;
  const { assessment: assessment3, edition, standards } = opened;
  const at2 = { organisation: opened.organisationId, assessment: assessment3.id };
  return {
    title: assessment3.programme ?? "Your assessment",
    wide: true,
    back: { href: paths4.list.to({ organisation: opened.organisationId }), text: "Assessments" },
    body: /* @__PURE__ */ jsx(WithAside, { asideLabel: "About this assessment", aside: /* @__PURE__ */ jsx(About, { ...model4 }), children: [
      /* @__PURE__ */ jsx(PageHeading, { caption: `${edition.title} ${edition.edition}`, children: assessment3.programme ?? "Your assessment" }),
      assessment3.status === "complete" ? /* @__PURE__ */ jsx(Completed, { ...model4 }) : /* @__PURE__ */ jsx(NextStep, { ...model4 }),
      /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", children: "The standards" }),
      /* @__PURE__ */ jsx(
        TaskList,
        {
          items: standards.map(({ standard: standard2, state: state2, answered, indicators }) => ({
            title: `${standard2.number}. ${standard2.title}`,
            href: paths4.standard.to({ ...at2, standard: String(standard2.number) }),
            hint: state2 === "exempt" ? "Covered by a quality mark" : `${answered} of ${plural(indicators.length, "indicator", "indicators")} answered`,
            status: /* @__PURE__ */ jsx(StatusTag, { kind: STANDARD_STATES[state2].status, children: STANDARD_STATES[state2].label })
          }))
        }
      )
    ] })
  };
}
function NextStep({ opened, minutesLeft: minutesLeft2, mayAnswer, mayManage }) {
  const { assessment: assessment3, standards, progress: progress2 } = opened;
  const at2 = { organisation: opened.organisationId, assessment: assessment3.id };
  const next = nextIndicator(standards);
  return /* @__PURE__ */ jsx("div", { class: "app-next-step", children: [
    /* @__PURE__ */ jsx(ProgressBar, { ...progress2, label: "indicators answered" }),
    next ? /* @__PURE__ */ jsx(Fragment, { children: [
      /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
        progress2.done === 0 ? "Allow" : "You have",
        " ",
        inWords3(minutesLeft2),
        " ",
        progress2.done === 0 ? "in all. Stop whenever you like." : "left, at the pace you are going."
      ] }),
      mayAnswer ? /* @__PURE__ */ jsx(Button, { href: paths4.indicator.to({ ...at2, indicator: next.id }), start: true, children: [
        progress2.done === 0 ? "Begin with" : "Carry on with",
        " ",
        next.id,
        " ",
        next.shortTitle
      ] }) : /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "You can read everything here. Someone who contributes to the assessment fills it in." })
    ] }) : /* @__PURE__ */ jsx(Fragment, { children: [
      /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "Every indicator has an answer. Look it over with your colleagues, then complete it." }),
      /* @__PURE__ */ jsx(Button, { href: paths4.lookOver.to(at2), start: true, children: "Look it all over" }),
      mayManage && /* @__PURE__ */ jsx("p", { class: "govuk-body", children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths4.complete.to(at2), children: "Go straight to completing it" }) })
    ] })
  ] });
}
function Completed({ opened, resultsHref, planHref, mayManage }) {
  const { assessment: assessment3 } = opened;
  const { completion } = assessment3;
  if (!completion) return null;
  const at2 = { organisation: opened.organisationId, assessment: assessment3.id };
  return /* @__PURE__ */ jsx(Card, { kind: "highlight", title: `Completed on ${formatDate(completion.completedOn)}`, children: [
    /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
      "By ",
      completion.completedBy,
      ", ",
      completion.completedByRole,
      ". The next review is on ",
      formatDate(completion.nextReviewOn),
      completion.reviewedBy && `, led by ${completion.reviewedBy}`,
      "."
    ] }),
    /* @__PURE__ */ jsx("div", { class: "govuk-button-group", children: [
      /* @__PURE__ */ jsx(Button, { href: resultsHref, children: "See your results" }),
      /* @__PURE__ */ jsx(Button, { href: planHref, kind: "secondary", children: "Your development plan" }),
      mayManage && /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths4.correct.to(at2), children: "Correct something" })
    ] })
  ] });
}
function About({ opened, mayManage, planHref, resultsHref }) {
  const { assessment: assessment3, edition, organisationId } = opened;
  const at2 = { organisation: organisationId, assessment: assessment3.id };
  const rest = edition.indicators.filter((indicator4) => !indicator4.core).length;
  return /* @__PURE__ */ jsx(Fragment, { children: [
    /* @__PURE__ */ jsx("h2", { class: "govuk-heading-s", children: "About this assessment" }),
    /* @__PURE__ */ jsx("p", { class: "govuk-body-s", children: [
      SCOPES[assessment3.scope].short,
      ". Led by ",
      assessment3.lead,
      ". Started ",
      formatDate(assessment3.startedAt),
      "."
    ] }),
    assessment3.revision > 1 && assessment3.revisionReason && /* @__PURE__ */ jsx("p", { class: "govuk-body-s", children: [
      "Revision ",
      assessment3.revision,
      ": ",
      assessment3.revisionReason
    ] }),
    assessment3.scope === "core" && /* @__PURE__ */ jsx(InsetText, { children: [
      /* @__PURE__ */ jsx("p", { class: "govuk-body-s", children: [
        "You are going through the ",
        /* @__PURE__ */ jsx(CoreTag, {}),
        " indicators. ",
        rest,
        " more can be added at any time. Nothing you have done is lost."
      ] }),
      mayManage && assessment3.status === "in-progress" && /* @__PURE__ */ jsx(Form, { action: paths4.extend.to(at2), children: /* @__PURE__ */ jsx(Button, { kind: "secondary", children: [
        "Add the other ",
        rest
      ] }) })
    ] }),
    /* @__PURE__ */ jsx("ul", { class: "govuk-list govuk-body-s", children: [
      /* @__PURE__ */ jsx("li", { children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths4.lookOver.to(at2), children: "Every answer at a glance" }) }),
      /* @__PURE__ */ jsx("li", { children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: planHref, children: "Development plan" }) }),
      /* @__PURE__ */ jsx("li", { children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: resultsHref, children: "Results and report" }) })
    ] })
  ] });
}

// src/assessment/task-list/routes.ts
function taskListRoutes(routes, links2) {
  routes.get(paths4.taskList.pattern, may("see-assessments"), async (visit2, c) => {
    const opened = await openAssessment(visit2, c.req.param("assessment"));
    const { done, total } = opened.progress;
    const at2 = { organisation: visit2.organisation.id, assessment: opened.assessment.id };
    return visit2.show(
      taskListPage({
        opened,
        minutesLeft: minutesLeft(await savesOf(visit2.own, opened.assessment.id), done, total - done),
        mayAnswer: roleMay(visit2.role, "answer-assessment"),
        mayManage: roleMay(visit2.role, "complete-assessment"),
        resultsHref: links2.results(at2),
        planHref: links2.plan(at2)
      })
    );
  });
}

// src/assessment/versions/routes.ts
init_platform();

// src/assessment/versions/page.tsx
init_form();
init_ui();
init_jsx_runtime();
function versionsPage(model4) {
  const { organisationId, assessmentId, indicator: indicator4, conflict, by, stands, standsBy, joined, error } = model4;
  const at2 = { organisation: organisationId, assessment: assessmentId, indicator: indicator4.id, conflict: conflict.id };
  const label2 = FIELD_LABELS[conflict.field];
  return {
    title: `Two versions: ${label2}`,
    error: error !== null,
    wide: true,
    back: { href: paths4.indicator.to(at2), text: `${indicator4.id} ${indicator4.shortTitle}` },
    body: /* @__PURE__ */ jsx(Fragment, { children: [
      error && /* @__PURE__ */ jsx(ErrorSummary, { errors: [{ text: error, href: "#joined" }] }),
      /* @__PURE__ */ jsx(
        PageHeading,
        {
          caption: `${indicator4.id} ${indicator4.shortTitle}`,
          lead: "Two people, or two windows, changed this at the same time. Both are kept. Choose one, or join them.",
          children: [
            label2,
            ": two versions"
          ]
        }
      ),
      /* @__PURE__ */ jsx(Form, { action: paths4.versions.to(at2), children: [
        /* @__PURE__ */ jsx("input", { type: "hidden", name: "stands", value: stands }),
        /* @__PURE__ */ jsx("div", { class: "app-versions", children: [
          /* @__PURE__ */ jsx(Version, { title: "Saved now", who: `By ${standsBy}`, children: [
            /* @__PURE__ */ jsx(Value, { ...model4, value: stands }),
            /* @__PURE__ */ jsx(Button, { kind: "secondary", name: "choose", value: "stands", children: [
              "Keep this one ",
              /* @__PURE__ */ jsx(VisuallyHidden, { children: "saved now" })
            ] })
          ] }),
          /* @__PURE__ */ jsx(Version, { title: "The other version", who: `By ${by}, ${formatTime(conflict.at)} on ${formatDate(conflict.at)}`, children: [
            /* @__PURE__ */ jsx(Value, { ...model4, value: conflict.value }),
            /* @__PURE__ */ jsx(Button, { kind: "secondary", name: "choose", value: "kept", children: [
              "Use this one ",
              /* @__PURE__ */ jsx(VisuallyHidden, { children: "the other version" })
            ] })
          ] })
        ] }),
        canJoin(conflict.field) && /* @__PURE__ */ jsx(Fragment, { children: [
          /* @__PURE__ */ jsx(
            Textarea,
            {
              name: "joined",
              label: "Or join them",
              labelSize: "m",
              hint: "Both are here. Change the words until they say what you mean.",
              rows: 10,
              value: joined,
              error: error ?? void 0,
              attributes: { dir: "auto" }
            }
          ),
          /* @__PURE__ */ jsx(Button, { name: "choose", value: "joined", children: "Use the joined words" })
        ] })
      ] })
    ] })
  };
}
var canJoin = (field) => field in BOUNDS;
function Version({ title: title2, who, children }) {
  return /* @__PURE__ */ jsx("section", { class: "app-version", children: [
    /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", children: title2 }),
    /* @__PURE__ */ jsx("p", { class: "govuk-caption-m", children: who }),
    children
  ] });
}
function Value({ edition, indicator: indicator4, conflict, value }) {
  if (value === "" || value === "[]") return /* @__PURE__ */ jsx("p", { class: "govuk-body app-version__nothing", children: "Nothing" });
  if (conflict.field === "rating") {
    return /* @__PURE__ */ jsx("p", { class: "govuk-body", children: value === LESS_RELEVANT ? LESS_RELEVANT_LABEL : ratingById(edition, value)?.label ?? value });
  }
  if (conflict.field !== "examples") return /* @__PURE__ */ jsx(FormattedText, { text: value });
  const held = new Set(heldExamples({ ...EMPTY, examples: value }));
  return /* @__PURE__ */ jsx("ul", { class: "govuk-list govuk-list--bullet", children: exampleItems(indicator4).filter((example) => held.has(example.key)).map((example) => /* @__PURE__ */ jsx("li", { children: example.text })) });
}

// src/assessment/versions/routes.ts
function versionsRoutes(routes) {
  routes.get(
    paths4.versions.pattern,
    may("answer-assessment"),
    async (visit2, c) => visit2.show(versionsPage(await model3(visit2, c)))
  );
  routes.post(paths4.versions.pattern, may("answer-assessment"), async (visit2, form2, c) => {
    const shown = await model3(visit2, c);
    const { conflict, indicator: indicator4 } = shown;
    const ids3 = { organisationId: shown.organisationId, assessmentId: shown.assessmentId, indicatorId: indicator4.id };
    const choice2 = form2.get("choose");
    if (choice2 === "joined" && canJoin(conflict.field)) {
      const joined = form2.get("joined");
      const bound = BOUNDS[conflict.field];
      if (joined.length > bound) {
        const error = `The joined words must be ${bound.toLocaleString("en-GB")} characters or fewer`;
        return visit2.show(versionsPage({ ...shown, joined, error }), 422);
      }
      await settleConflict(visit2, ids3, conflict.id, joined);
    } else if (choice2 === "kept" || choice2 === "stands") {
      await settleConflict(visit2, ids3, conflict.id, choice2 === "kept" ? conflict.value : shown.stands);
    } else {
      return visit2.show(versionsPage(shown), 422);
    }
    const [next] = await openConflicts(visit2.own, shown.assessmentId, indicator4.id);
    const at2 = { organisation: ids3.organisationId, assessment: ids3.assessmentId, indicator: ids3.indicatorId };
    return visit2.go(
      next ? paths4.versions.to({ ...at2, conflict: next.id }) : paths4.indicator.to(at2),
      "Done. Both versions stay in the history."
    );
  });
}
async function model3(visit2, c) {
  const opened = await openAssessment(visit2, c.req.param("assessment"));
  const indicator4 = indicatorIn(opened, c.req.param("indicator"));
  const conflicts = await openConflicts(visit2.own, opened.assessment.id, indicator4.id);
  const conflict = found(conflicts.find((each) => each.id === c.req.param("conflict")));
  const stands = opened.answerOf(indicator4.id).values[conflict.field];
  const standsBy = await lastSavedBy(visit2.own, opened.assessment.id, indicator4.id, conflict.field);
  const names2 = await namesOf(visit2.db.read, [conflict.personId, ...standsBy ? [standsBy] : []]);
  const nameOf3 = (id) => id === visit2.person.id ? "you" : (id && names2.get(id)) ?? "someone who has left";
  return {
    organisationId: visit2.organisation.id,
    assessmentId: opened.assessment.id,
    edition: opened.edition,
    indicator: indicator4,
    conflict,
    by: nameOf3(conflict.personId),
    stands,
    standsBy: nameOf3(standsBy),
    joined: canJoin(conflict.field) ? `${stands}

${conflict.value}` : "",
    error: null
  };
}

// src/assessment/routes.ts
function createAssessment(links2) {
  const routes = new Routes();
  startRoutes(routes);
  taskListRoutes(routes, links2);
  indicatorRoutes(routes);
  versionsRoutes(routes);
  lookOverRoutes(routes);
  exemptionRoutes(routes);
  completeRoutes(routes, links2);
  return routes;
}

// src/dressing.tsx
import { getConnInfo } from "@hono/node-server/conninfo";
import { getCookie as getCookie4, setCookie as setCookie4 } from "hono/cookie";
init_files();
init_body();
init_csrf();
init_problem();
init_ui();
init_jsx_runtime();
var NOTICE_COOKIE = "mm-notice";
function createDressing(options2) {
  const { secret, secure } = options2;
  const origin = new URL(options2.baseUrl).origin;
  const services = {
    db: options2.db,
    clock: options2.clock,
    log: options2.log,
    mail: options2.mail,
    files: options2.files,
    baseUrl: options2.baseUrl
  };
  async function chromeOf(c) {
    const person = await whoAsks(c);
    const member3 = memberOfRequest(c);
    const home = member3 ? paths.organisation.to({ organisation: member3.organisation.id }) : null;
    const items = member3 ? [{ text: "Overview", href: home ?? "/" }, ...options2.navigation?.(member3.organisation.id) ?? []] : [];
    return {
      person: person && { name: person.name },
      organisation: member3 && { name: member3.organisation.name, home: home ?? "/" },
      navigation: markCurrent(items, c.req.path),
      account: person ? [{ text: "Your account", href: paths.account.to() }] : [{ text: "Sign in", href: paths.signIn.to() }],
      signOut: person ? { action: paths.signOut.to(), token: TOKEN_PLACEHOLDER } : null,
      notice: takeNotice(c, secure),
      asset: options2.assets.address
    };
  }
  return {
    visit: (c) => ({
      ...services,
      get address() {
        return visitorAddress(c, options2.trustedProxies);
      },
      async show(page2, status = 200) {
        const chrome = await chromeOf(c);
        const html = dressed(page2, chrome);
        const body = html.includes(TOKEN_PLACEHOLDER) ? html.replaceAll(TOKEN_PLACEHOLDER, issueToken(c, secret, secure)) : html;
        c.header("cache-control", "no-store");
        return c.html(body, status);
      },
      go(address, notice) {
        if (notice) {
          setCookie4(c, NOTICE_COOKIE, Buffer.from(notice).toString("base64url"), {
            httpOnly: true,
            sameSite: "Lax",
            secure,
            path: "/",
            maxAge: 60
          });
        }
        return c.redirect(address, 303);
      },
      async readForm(files = "keep") {
        const form2 = await readForm(c, files === "keep" ? options2.files : noFiles);
        if (!isOurs(c, form2.get(TOKEN_FIELD), { secret, secure, origin })) throw new Problem("forged", { form: form2 });
        return form2;
      }
    })
  };
}
function dressed(page2, chrome) {
  return String(
    /* @__PURE__ */ jsx(Layout, { title: page2.title, chrome, error: page2.error, wide: page2.wide, backLink: page2.back, children: page2.body })
  );
}
function markCurrent(items, path2) {
  const reach = ({ href, covers = [] }) => Math.max(0, ...[href, ...covers].filter((each) => path2 === each || path2.startsWith(`${each}/`)).map((each) => each.length));
  const nearest = Math.max(...items.map(reach));
  return items.map((item) => ({ text: item.text, href: item.href, current: nearest > 0 && reach(item) === nearest }));
}
function takeNotice(c, secure) {
  const sent = getCookie4(c, NOTICE_COOKIE);
  if (!sent) return null;
  setCookie4(c, NOTICE_COOKIE, "", { httpOnly: true, sameSite: "Lax", secure, path: "/", maxAge: 0 });
  return { kind: "success", text: Buffer.from(sent, "base64url").toString().slice(0, 300) };
}
function visitorAddress(c, trustedProxies) {
  const forwarded = (c.req.header("x-forwarded-for") ?? "").split(",").map((each) => each.trim());
  const named = trustedProxies > 0 ? forwarded.at(-trustedProxies) : void 0;
  if (named) return named;
  try {
    return getConnInfo(c).remote.address ?? "unknown";
  } catch {
    return "unknown";
  }
}

// src/app.tsx
init_body();

// src/platform/http/compress.ts
import { gzipSync } from "node:zlib";
var WORTH_IT = 1400;
function compressPages() {
  return async (c, next) => {
    await next();
    if (!c.res.body || c.res.headers.has("content-encoding")) return;
    if (!/^(text\/html|application\/json|text\/csv)/.test(c.res.headers.get("content-type") ?? "")) return;
    c.res.headers.append("vary", "accept-encoding");
    if (!/\bgzip\b/.test(c.req.header("accept-encoding") ?? "")) return;
    const body = Buffer.from(await c.res.arrayBuffer());
    const packed = body.length < WORTH_IT ? body : gzipSync(body, { level: 1 });
    const headers = new Headers(c.res.headers);
    if (packed !== body) headers.set("content-encoding", "gzip");
    headers.delete("content-length");
    c.res = new Response(packed, { status: c.res.status, headers });
  };
}

// src/platform/http/log-requests.ts
function logRequests(log) {
  return async (c, next) => {
    if (!log.isLevelEnabled("warn")) return next();
    const began = performance.now();
    await next();
    const level = c.res.status >= 500 ? "warn" : "debug";
    if (log.isLevelEnabled(level)) {
      log[level](
        { method: c.req.method, path: c.req.path, status: c.res.status, ms: Math.round(performance.now() - began) },
        "request"
      );
    }
  };
}

// src/app.tsx
init_problem();
init_routes();
init_visit();

// src/problems.tsx
init_body();
init_problem();
init_visit();
init_jsx_runtime();
var WORDS5 = {
  "not-found": {
    title: "Page not found",
    text: "There is nothing at this address, or it belongs to an organisation you are not part of. If you typed the address, check it is right."
  },
  "not-allowed": {
    title: "You can\u2019t do that here",
    text: "Your role in this organisation doesn\u2019t include this. Someone who leads or owns it can do it, or change your role."
  },
  forged: {
    title: "We could not check that this came from you",
    text: "Your browser did not send what we use to protect you, so nothing was changed. This happens when cookies are off or were cleared. Go back, load the page again and try once more."
  },
  "too-large": {
    title: "That is too much at once",
    text: "What was sent is bigger than we can take in one go, so nothing was changed. Files can be up to 25 MB each."
  },
  "too-many": {
    title: "Too many tries",
    text: "To keep everyone safe we limit how often this can be tried."
  },
  stale: {
    title: "This has moved on",
    text: "Something changed since you opened that page, so nothing was saved from it. Go back and look again."
  },
  broken: {
    title: "Something went wrong on our side",
    text: "It is not your fault. Everything we told you was saved is safe. Try again in a minute."
  }
};
async function problemReply(c, error, log) {
  const problem = error instanceof Problem ? error : new Problem("broken", { cause: error });
  if (problem.kind === "broken") log.error({ path: c.req.path, err: problem.cause }, "request failed");
  if (problem.retryAfter !== null) c.header("retry-after", String(problem.retryAfter));
  const status = PROBLEMS[problem.kind];
  const words3 = WORDS5[problem.kind];
  const wait = problem.retryAfter === null ? "" : ` You can try again in ${waitInWords(problem.retryAfter)}.`;
  if (c.req.header("accept")?.startsWith("application/json"))
    return c.json({ problem: problem.kind, message: words3.text + wait }, status);
  const written = (problem.form?.entries ?? []).filter(([name2, value]) => !isSecretField(name2) && value.length > 20);
  return visitOf(c).show(
    {
      title: words3.title,
      body: /* @__PURE__ */ jsx(Fragment, { children: [
        /* @__PURE__ */ jsx("h1", { class: "govuk-heading-l", children: words3.title }),
        /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
          words3.text,
          wait
        ] }),
        written.length > 0 && /* @__PURE__ */ jsx(Fragment, { children: [
          /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", children: "What you had written" }),
          /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "Copy it before you leave this page." }),
          written.map(([name2, value]) => /* @__PURE__ */ jsx("div", { class: "govuk-form-group", children: [
            /* @__PURE__ */ jsx("label", { class: "govuk-label", for: `written-${name2}`, children: name2 }),
            /* @__PURE__ */ jsx("textarea", { class: "govuk-textarea", id: `written-${name2}`, rows: 4, readonly: true, children: value })
          ] }))
        ] }),
        /* @__PURE__ */ jsx("p", { class: "govuk-body", children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: "/", children: "Go to the start page" }) })
      ] })
    },
    status
  );
}

// src/report/content.ts
var planColumns = {
  action: "Development action",
  standard: "Standard",
  indicator: "Indicator",
  byWhom: "By who?",
  byWhen: "By when?",
  priority: "Priority",
  completedOn: "Completed on",
  whatChanged: "What changed"
};
var stateWords = {
  "not-rated": "Not rated yet",
  "less-relevant": "Less relevant",
  exempt: "Covered by a quality mark"
};
var pdfWords = {
  draft: "Draft, not yet completed",
  selfAssessment: "Our self-assessment",
  plan: "Mentoring Development Plan",
  published: "Published by",
  edition: "edition",
  generated: "Made on",
  page: "Page",
  of: "of",
  inThisReport: "In this report",
  core: "Core",
  purpose: "This is an honest look at our mentoring, made by the people who run it. It is for reflection and for planning: it is not a judgement, and it gives no score.",
  whereWeAre: "Where we are",
  acrossStandards: "Across the standards",
  acrossStandardsLead: "Each dot is one indicator, under its rating. A filled dot is a core indicator.",
  everyIndicator: "Every indicator",
  everyIndicatorLead: "Each plant is one indicator, planted with its standard. A number on a dark tag is a core indicator.",
  inNumbers: "The same, as a table",
  standard: "Standard",
  indicator: "Indicator",
  rating: "Rating",
  strengths: "What we do well",
  growNext: "Where we could grow next",
  answers: "Our answers",
  evidence: "Our evidence",
  examples: "Examples we hold",
  items: "Where to find it",
  actions: "What we will do",
  actionDone: "Done",
  reason: "Our reason",
  coveredBy: "Covered by",
  keptFromBefore: "Answered before the quality mark was recorded. Kept here, and not counted.",
  planLead: "What we will do, who will do it and by when. We will look at the whole framework again on the review date.",
  noActions: "No actions have been recorded yet. The rows below are for writing in.",
  completedOn: "This framework was completed on",
  completedBy: "This framework was completed by",
  nextReview: "We will next review our framework on",
  reviewedBy: "Our framework will be reviewed by",
  whatChanged: "What changed:",
  aboutDocument: "About this document",
  missingCharacters: "Some characters in this document are not in the fonts it is made with. Each is shown as its Unicode number in square brackets, such as [U+4E2D]."
};
var coverLabels = {
  completedOn: "Completed on",
  completedBy: "Completed by",
  nextReview: "Next review",
  reviewedBy: "To be reviewed by",
  lead: "Led by",
  startedOn: "Started on",
  scope: "What it covers",
  kind: "Kind of organisation",
  registrations: "Registration",
  areas: "Where we work",
  models: "How we mentor",
  mentors: "Mentors a year",
  youngPeople: "Young people a year",
  revision: "Revision"
};
var notCompleted = "Not yet completed";
var coreOnly = "Core indicators only";
var aboutLabels = {
  generatedOn: "Made on",
  assessment: "Assessment",
  revision: "Revision",
  edition: "Framework edition",
  editionDigest: "Fingerprint of the edition (SHA-256)",
  seal: "Seal of the completed record (SHA-256)"
};
function strengthsLead(found2, highestRating) {
  return found2 > 0 ? `We rated ourselves at \u201C${highestRating}\u201D here, core indicators first.` : `Nothing is at \u201C${highestRating}\u201D yet. There is room for that to come.`;
}
function gapsLead(found2) {
  return found2 > 0 ? "Core indicators at an earlier stage, or not rated yet. Naming them is the first step, and the plan says what comes next." : "Every core indicator is in the upper half of the ratings, or set aside with a reason.";
}
function actionsPlanned(count2) {
  return count2 === 0 ? "" : count2 === 1 ? "1 action in our plan" : `${count2} actions in our plan`;
}
function standardsAlt(rows) {
  return `Dots, one for each indicator, in a row for each standard and a column for each rating. ${rows.join(". ")}.`;
}
function indicatorsAlt(beds) {
  return `Plants, one for each indicator, taller as practice grows, in a bed for each standard. ${beds.join(". ")}.`;
}

// src/report/rules.ts
function stateOf(edition, answer) {
  if (answer.exempt) return { kind: "exempt" };
  if (answer.lessRelevantBecause !== null) return { kind: "less-relevant" };
  if (answer.rating === null) return { kind: "not-rated" };
  const rating2 = edition.ratings.find((candidate) => candidate.id === answer.rating);
  if (!rating2)
    throw new Error(`${answer.indicatorId} is rated "${answer.rating}", a rating ${edition.id} ${edition.edition} does not have`);
  return { kind: "rated", order: rating2.order };
}
function indicatorsPicture(edition, record) {
  const byId = new Map(edition.indicators.map((indicator4) => [indicator4.id, indicator4]));
  return record.answers.map((answer) => {
    const indicator4 = byId.get(answer.indicatorId);
    if (!indicator4) throw new Error(`${edition.id} ${edition.edition} has no indicator ${answer.indicatorId}`);
    return { indicator: indicator4, answer, state: stateOf(edition, answer) };
  });
}
function standardsPicture(edition, record) {
  const all = indicatorsPicture(edition, record);
  return edition.standards.flatMap((standard2) => {
    const indicators = all.filter(({ indicator: indicator4 }) => indicator4.standard === standard2.number);
    if (indicators.length === 0) return [];
    const exemption2 = record.exemptions.find((held) => held.standard === standard2.number) ?? null;
    return [{ standard: standard2, exemption: exemption2, indicators, counts: countStates(edition, indicators) }];
  });
}
function countStates(edition, indicators) {
  const count2 = (kind) => indicators.filter(({ state: state2 }) => state2.kind === kind).length;
  return {
    rated: edition.ratings.map(
      ({ order }) => indicators.filter(({ state: state2 }) => state2.kind === "rated" && state2.order === order).length
    ),
    notRated: count2("not-rated"),
    lessRelevant: count2("less-relevant"),
    exempt: count2("exempt")
  };
}
function strengths(edition, record) {
  const highest = edition.ratings.length - 1;
  const found2 = indicatorsPicture(edition, record).filter(({ state: state2 }) => state2.kind === "rated" && state2.order === highest);
  return [...found2.filter(({ indicator: indicator4 }) => indicator4.core), ...found2.filter(({ indicator: indicator4 }) => !indicator4.core)];
}
function coreGaps(edition, record) {
  const lowerHalf = Math.floor(edition.ratings.length / 2);
  return indicatorsPicture(edition, record).filter(
    ({ indicator: indicator4, state: state2 }) => indicator4.core && (state2.kind === "not-rated" || state2.kind === "rated" && state2.order < lowerHalf)
  );
}
function plannedActions(edition, record) {
  return record.actions.map((action) => {
    const indicator4 = edition.indicators.find(({ id }) => id === action.indicatorId);
    const standard2 = edition.standards.find(({ number }) => number === indicator4?.standard);
    if (!indicator4 || !standard2) throw new Error(`${edition.id} ${edition.edition} has no indicator ${action.indicatorId}`);
    const priority2 = edition.priorities.find(({ id }) => id === action.priority)?.label ?? action.priority ?? "";
    return { action, standard: standard2, indicator: indicator4, priority: priority2 };
  });
}

// src/report/csv.ts
function planCsv(edition, record) {
  const rows = plannedActions(edition, record).map(({ action, standard: standard2, indicator: indicator4, priority: priority2 }) => [
    action.action,
    `${standard2.number} ${standard2.title}`,
    `${indicator4.id} ${indicator4.statement}`,
    action.byWhom,
    action.byWhen ?? "",
    priority2,
    action.completedOn ?? "",
    action.whatChanged
  ]);
  return `\uFEFF${csv([Object.values(planColumns), ...rows])}`;
}
function csv(rows) {
  return rows.map((row) => `${row.map(cell).join(",")}\r
`).join("");
}
function cell(text2) {
  const safe = inert(text2.replace(/\r\n?/g, "\n"));
  return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
function inert(text2) {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text2) ? `'${text2}` : text2;
}

// src/report/json.ts
function recordJson(record, { generatedOn, sealDigest, besides }) {
  const generated = {
    by: "Mentormark",
    on: generatedOn,
    sealed: sealDigest ? { algorithm: "sha-256", digest: sealDigest } : null
  };
  return `${JSON.stringify({ generated, record, ...besides }, null, 2)}
`;
}

// src/report/paths.ts
init_platform();
var assessment2 = "/organisations/:organisation/assessments/:assessment";
var paths5 = {
  results: path(`${assessment2}/results`),
  report: path(`${assessment2}/report.pdf`),
  plan: path(`${assessment2}/plan.pdf`),
  planCsv: path(`${assessment2}/plan.csv`),
  everything: path(`${assessment2}/everything.json`)
};

// src/report/pdf/press.ts
import { fork } from "node:child_process";
import { constants, setPriority } from "node:os";
import { fileURLToPath } from "node:url";

// src/report/pdf/text.ts
function inline(text2) {
  return line(clean(text2).replaceAll("\n", " ").trim());
}
function prose(text2) {
  const typed = clean(text2).trim().split(/ *\n */);
  return typed.flatMap((words3, place) => words3 === "" ? [] : [line(words3, typed[place - 1] === "")]);
}
function exact(text2) {
  return { text: clean(text2), rtl: false, gap: false };
}
function plain(text2) {
  return inline(text2).text.replaceAll(zeroWidthSpace, "");
}
function webAddress(url) {
  const parsed = URL.parse(url.trim());
  return parsed && (parsed.protocol === "https:" || parsed.protocol === "http:") ? parsed.href : null;
}
var startsRightToLeft = /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
function line(text2, gap = false) {
  return { text: breakable(text2), rtl: startsRightToLeft.test(text2), gap };
}
function clean(text2) {
  return text2.toWellFormed().normalize("NFC").replace(/\r\n?|[\u0085\u2028\u2029]/g, "\n").replaceAll("	", " ").replace(/[\p{Cc}\uFEFF]/gu, (character) => character === "\n" ? character : "");
}
var longestWord = 24;
var zeroWidthSpace = "\u200B";
var graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
function breakable(text2) {
  return text2.replace(/\S{25,}/gu, (word) => {
    let sinceBreak = 0;
    let broken = "";
    for (const { segment } of graphemes.segment(word)) {
      broken += segment;
      sinceBreak += 1;
      if (sinceBreak >= longestWord / 2 || sinceBreak > 3 && /[/._\-@?&=:]/.test(segment)) {
        broken += zeroWidthSpace;
        sinceBreak = 0;
      }
    }
    return broken;
  });
}

// src/report/pdf/model.ts
function fullReportModel(edition, record, options2) {
  const plan2 = planModel(edition, record);
  const key = keyEntries(edition, countStates(edition, indicatorsPicture(edition, record)));
  const pictured = standardsPicture(edition, record);
  return {
    words: pdfWords,
    document: documentModel(edition, record, options2, pdfWords.selfAssessment),
    plan: plan2,
    report: {
      cover: coverFacts(record),
      key,
      standardsAlt: standardsAlt(pictured.map((row) => `${nameOf(row)}: ${countsInWords(edition, row.counts)}`)),
      indicatorsAlt: indicatorsAlt(pictured.map((bed) => `${nameOf(bed)}: ${ratingsInWords(edition, bed.indicators)}`)),
      standards: pictured.map((standard2) => standardModel(edition, standard2, key, record.actions, plan2)),
      strengths: strengthsList(edition, record),
      gaps: gapsList(edition, record),
      about: aboutFacts(record, options2)
    }
  };
}
function planOnlyModel(edition, record, options2) {
  return {
    words: pdfWords,
    document: documentModel(edition, record, options2, pdfWords.plan),
    plan: planModel(edition, record),
    report: null
  };
}
function documentModel(edition, record, { generatedOn }, name2) {
  const [, language = "en", region = null] = /^([a-z]{2,3})(?:-([A-Z]{2}))?$/.exec(edition.language) ?? [];
  const [year = 1970, month = 1, day = 1] = generatedOn.slice(0, 10).split("-").map(Number);
  const organisation = plain(record.organisation.name);
  const draft = record.completion === null;
  return {
    title: [organisation, name2, record.framework.title].join(" \u2013 ") + (draft ? ` (${pdfWords.draft.toLowerCase()})` : ""),
    author: organisation,
    language,
    region,
    date: { year, month, day },
    generatedOn: longDate(generatedOn),
    draft,
    organisation: inline(record.organisation.name),
    programme: record.programme === null ? null : inline(record.programme),
    framework: record.framework.title,
    edition: record.framework.edition,
    publisher: record.framework.publisher
  };
}
function coverFacts({ completion, lead, scope, organisation, revision, revisionReason, startedOn }) {
  return [
    fact(coverLabels.completedOn, completion ? longDate(completion.completedOn) : notCompleted),
    fact(coverLabels.completedBy, completion ? nameAndRole(completion) : ""),
    fact(coverLabels.nextReview, completion ? longDate(completion.nextReviewOn) : ""),
    fact(coverLabels.reviewedBy, completion?.reviewedBy ?? ""),
    fact(coverLabels.lead, lead),
    fact(coverLabels.startedOn, completion ? "" : longDate(startedOn)),
    fact(coverLabels.scope, scope === "core" ? coreOnly : ""),
    fact(coverLabels.kind, organisation.kind ?? ""),
    fact(coverLabels.registrations, organisation.registrations.join(", ")),
    fact(coverLabels.areas, organisation.areas.join(", ")),
    fact(coverLabels.models, organisation.models.join(", ")),
    fact(coverLabels.mentors, organisation.mentorsPerYear ?? ""),
    fact(coverLabels.youngPeople, organisation.youngPeoplePerYear ?? ""),
    fact(coverLabels.revision, revision > 1 ? [revision, revisionReason].filter(Boolean).join(". ") : "")
  ].filter(({ value }) => value.text !== "");
}
function nameAndRole({ completedBy, completedByRole }) {
  return [completedBy, completedByRole].filter(Boolean).join(", ");
}
function aboutFacts(record, { generatedOn, sealDigest }) {
  return [
    fact(aboutLabels.generatedOn, longDate(generatedOn)),
    exactFact(aboutLabels.assessment, record.assessmentId),
    fact(aboutLabels.revision, String(record.revision)),
    fact(aboutLabels.edition, `${record.framework.id}, ${record.framework.edition}`),
    exactFact(aboutLabels.editionDigest, record.framework.digest),
    exactFact(aboutLabels.seal, sealDigest ?? "")
  ].filter(({ value }) => value.text !== "");
}
function keyEntries(edition, counts) {
  const others = [
    { kind: "not-rated", count: counts.notRated },
    { kind: "less-relevant", count: counts.lessRelevant },
    { kind: "exempt", count: counts.exempt }
  ];
  return [
    ...edition.ratings.map(({ order, label: label2, meaning }) => ({
      kind: "rated",
      order,
      word: label2,
      meaning,
      count: counts.rated[order] ?? 0
    })),
    ...others.filter(({ count: count2 }) => count2 > 0).map(({ kind, count: count2 }) => ({ kind, order: null, word: stateWords[kind], meaning: null, count: count2 }))
  ];
}
function standardModel(edition, { standard: standard2, exemption: exemption2, indicators }, key, actions, plan2) {
  return {
    number: standard2.number,
    title: standard2.title,
    aim: standard2.aim,
    exemption: exemption2 && exemptionSentence(exemption2),
    counts: key.map((entry2) => {
      const here2 = indicators.filter(({ state: state2 }) => isEntry(state2, entry2));
      const core = here2.filter(({ indicator: indicator4 }) => indicator4.core).length;
      return { core, other: here2.length - core };
    }),
    indicators: indicators.map(
      (pictured) => indicatorModel(
        edition,
        pictured,
        plan2.actions.filter((_, place) => actions[place]?.indicatorId === pictured.indicator.id)
      )
    )
  };
}
function indicatorModel(edition, { indicator: indicator4, answer, state: state2 }, actions) {
  const examples = new Map(exampleItems(indicator4).map((example) => [example.key, example.text]));
  return {
    id: indicator4.id,
    title: indicator4.shortTitle,
    core: indicator4.core,
    statement: inline(answer.statement),
    shape: shape(edition, state2),
    keptFromBefore: state2.kind === "exempt" && hasAnswer(answer) ? ratingLabel(edition, answer.rating) : null,
    lessRelevantBecause: prose(answer.lessRelevantBecause ?? ""),
    evidence: prose(answer.evidence),
    examples: answer.examplesHeld.map((held) => inline(examples.get(held) ?? held)),
    items: answer.items.map(itemModel),
    actions
  };
}
function hasAnswer(answer) {
  return answer.rating !== null || answer.evidence.trim() !== "" || answer.examplesHeld.length > 0 || answer.items.length > 0;
}
function itemModel(item) {
  const title2 = inline(item.title);
  switch (item.kind) {
    case "link":
      return { title: title2, where: inline(item.url), url: webAddress(item.url) };
    case "place":
      return { title: title2, where: inline(item.place), url: null };
    case "file":
      return { title: title2, where: inline(`${item.name}, ${fileSize2(item.bytes)}`), url: null };
  }
}
function planModel(edition, record) {
  const { completion } = record;
  const { whatChanged: _, ...columns2 } = planColumns;
  return {
    columns: Object.values(columns2),
    facts: [
      fact(pdfWords.completedOn, completion ? longDate(completion.completedOn) : ""),
      fact(pdfWords.completedBy, completion ? nameAndRole(completion) : ""),
      fact(pdfWords.nextReview, completion ? longDate(completion.nextReviewOn) : ""),
      fact(pdfWords.reviewedBy, completion?.reviewedBy ?? "")
    ],
    actions: plannedActions(edition, record).map(({ action, standard: standard2, indicator: indicator4, priority: priority2 }) => ({
      action: prose(action.action),
      standard: `${standard2.number} ${standard2.title}`,
      indicator: `${indicator4.id} ${indicator4.shortTitle}`,
      byWhom: inline(action.byWhom),
      byWhen: action.byWhen ? longDate(action.byWhen) : "",
      priority: priority2,
      completedOn: action.completedOn ? longDate(action.completedOn) : "",
      whatChanged: prose(action.whatChanged)
    }))
  };
}
function strengthsList(edition, record) {
  const found2 = strengths(edition, record);
  return {
    lead: strengthsLead(found2.length, edition.ratings.at(-1)?.label ?? ""),
    entries: found2.map((pictured) => entry(edition, pictured, ""))
  };
}
function gapsList(edition, record) {
  const found2 = coreGaps(edition, record);
  const planned = (id) => record.actions.filter((action) => action.indicatorId === id).length;
  return {
    lead: gapsLead(found2.length),
    entries: found2.map((pictured) => entry(edition, pictured, actionsPlanned(planned(pictured.indicator.id))))
  };
}
function entry(edition, { indicator: indicator4, state: state2 }, note) {
  return { id: indicator4.id, title: indicator4.shortTitle, core: indicator4.core, shape: shape(edition, state2), note };
}
function nameOf({ standard: standard2 }) {
  return `${standard2.number} ${standard2.title}`;
}
function ratingsInWords(edition, indicators) {
  return indicators.map(({ indicator: indicator4, state: state2 }) => `${indicator4.id} ${shape(edition, state2).word}`).join(", ");
}
function countsInWords(edition, counts) {
  return keyEntries(edition, counts).filter(({ count: count2 }) => count2 > 0).map(({ count: count2, word }) => `${count2} ${word.toLowerCase()}`).join(", ");
}
function shape(edition, state2) {
  return state2.kind === "rated" ? { kind: "rated", order: state2.order, word: edition.ratings.find(({ order }) => order === state2.order)?.label ?? "" } : { kind: state2.kind, order: null, word: stateWords[state2.kind] };
}
function isEntry(state2, entry2) {
  return state2.kind === "rated" ? entry2.order === state2.order : entry2.kind === state2.kind;
}
function ratingLabel(edition, id) {
  return edition.ratings.find((rating2) => rating2.id === id)?.label ?? "";
}
function exemptionSentence({ mark, level, awardedOn, expiresOn }) {
  const name2 = inline([mark, level].filter(Boolean).join(", ")).text;
  return `${name2}. Awarded ${longDate(awardedOn)}${expiresOn ? `, expires ${longDate(expiresOn)}` : ""}.`;
}
function fact(label2, value) {
  return { label: label2, value: inline(value) };
}
function exactFact(label2, value) {
  return { label: label2, value: exact(value) };
}
var dateFormat = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
function longDate(iso) {
  const time2 = Date.parse(iso);
  return Number.isNaN(time2) ? iso : dateFormat.format(time2);
}
function fileSize2(bytes) {
  if (bytes < 1e3) return `${bytes} bytes`;
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, "KB"] : [bytes / 1e6, "MB"];
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}

// src/report/pdf/press.ts
var PressProblem = class extends Error {
  name = "PressProblem";
  because;
  constructor(because, message) {
    super(message);
    this.because = because;
  }
};
function startPress({
  worker,
  templates,
  fonts,
  timeoutMs = 2e4,
  waiting = 100,
  idleMs = 6e4
}) {
  const queue = [];
  let running = null;
  let child = null;
  let idle;
  let orders = 0;
  let closed = false;
  function typeset(template, model4) {
    return new Promise((done, failed) => {
      if (closed) return failed(new PressProblem("closed", "The press is closed"));
      if (queue.length >= waiting) return failed(new PressProblem("busy", `${waiting} documents are already waiting`));
      queue.push({ template, model: model4, done, failed });
      next();
    });
  }
  function next() {
    if (running) return;
    const job = queue.shift();
    if (!job) {
      rest();
      return;
    }
    clearTimeout(idle);
    child ??= start2();
    child.ref();
    child.channel?.ref();
    orders += 1;
    const timer = setTimeout(() => stop(new PressProblem("too-slow", `A document took longer than ${timeoutMs} ms`)), timeoutMs);
    running = { job, id: orders, timer };
    child.send({ id: orders, template: job.template, model: job.model }, (error) => {
      if (error) stop(new PressProblem("failed", error.message));
    });
  }
  function start2() {
    const started = fork(fileURLToPath(worker), [JSON.stringify({ templates, fonts })], {
      serialization: "advanced",
      execArgv: [],
      env: { SystemRoot: process.env.SystemRoot },
      stdio: ["ignore", "inherit", "inherit", "ipc"]
    });
    started.on("message", (delivery) => {
      if (running?.id === delivery.id) settle(delivery);
    });
    started.on("error", (error) => {
      if (child === started) stop(new PressProblem("failed", error.message));
    });
    started.on("exit", (code, signal) => {
      if (child === started) stop(new PressProblem("failed", `The typesetting process ended (${signal ?? code})`));
    });
    yieldToServer(started);
    return started;
  }
  function settle(delivery) {
    if (!running) return;
    const { job, timer } = running;
    clearTimeout(timer);
    running = null;
    if (delivery.ok) job.done(delivery.typeset);
    else job.failed(new PressProblem("failed", delivery.because));
    next();
  }
  function stop(problem) {
    const ended = child;
    child = null;
    ended?.kill("SIGKILL");
    if (!running) return;
    const { job, timer } = running;
    clearTimeout(timer);
    running = null;
    job.failed(problem);
    next();
  }
  function rest() {
    child?.unref();
    child?.channel?.unref();
    idle = setTimeout(() => stop(new PressProblem("closed", "Idle")), idleMs);
    idle.unref();
  }
  return {
    fullReportPdf: (edition, record, options2) => typeset("report", fullReportModel(edition, record, options2)),
    planPdf: (edition, record, options2) => typeset("plan", planOnlyModel(edition, record, options2)),
    close() {
      closed = true;
      clearTimeout(idle);
      const problem = new PressProblem("closed", "The press is closed");
      for (const job of queue.splice(0)) job.failed(problem);
      stop(problem);
    }
  };
}
function yieldToServer({ pid }) {
  try {
    if (pid !== void 0) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
  }
}

// src/report/routes.ts
init_platform();

// src/report/open.ts
init_platform();
async function openReport(visit2, assessmentId, revision) {
  const assessment3 = found(assessmentId && isId(assessmentId) ? await findAssessment(visit2.own, assessmentId) : null);
  const edition = await editionOf2(visit2.db.read, assessment3);
  const revisions = await sealedRevisions(visit2.own, assessment3.id);
  const day = today(visit2.clock);
  const seal = chosen2(assessment3, revisions, revision);
  const record = seal ? unseal(seal) : await buildRecord(visit2.db.read, visit2.own, assessment3, edition, day, null);
  return { assessment: assessment3, edition, record, seal, revisions, today: day };
}
async function withPlanOfToday(visit2, { record }) {
  const actions = await actionsOf(visit2.own, record.assessmentId);
  return {
    ...record,
    actions: actions.map(({ id, indicatorId: indicatorId2, action, byWhom, byWhen, priority: priority2, completedOn, whatChanged }) => ({
      id,
      indicatorId: indicatorId2,
      action,
      byWhom,
      byWhen,
      priority: priority2,
      completedOn,
      whatChanged
    }))
  };
}
function chosen2(assessment3, revisions, revision) {
  if (revision) return found(revisions.find((each) => String(each.revision) === revision));
  return assessment3.status === "complete" ? revisions[0] ?? null : null;
}
function unseal(seal) {
  const record = JSON.parse(seal.content);
  if (record.format !== "mentormark-assessment/1") throw new Problem("broken", { cause: new Error(`sealed as ${record.format}`) });
  return record;
}

// src/report/results/page.tsx
init_ui();
init_jsx_runtime();
function resultsPage(model4) {
  const { organisationId, assessment: assessment3, edition, record, seal } = model4;
  const data = picture(model4);
  const completion = record.completion;
  return {
    title: "Results",
    wide: true,
    back: {
      href: paths4.taskList.to({ organisation: organisationId, assessment: assessment3.id }),
      text: "Your assessment"
    },
    body: /* @__PURE__ */ jsx(Fragment, { children: [
      /* @__PURE__ */ jsx(
        PageHeading,
        {
          caption: `${edition.title} ${edition.edition}`,
          lead: completion ? `Completed on ${formatDate(completion.completedOn)} by ${completion.completedBy}, ${completion.completedByRole}. Next review on ${formatDate(completion.nextReviewOn)}.` : "This is how things stand so far. It is not completed yet.",
          children: record.programme ? `${record.programme}: where you are` : "Where you are"
        }
      ),
      /* @__PURE__ */ jsx(Downloads, { ...model4 }),
      /* @__PURE__ */ jsx(Revisions, { ...model4 }),
      /* @__PURE__ */ jsx("section", { "aria-labelledby": "standards-heading", class: "app-results", children: [
        /* @__PURE__ */ jsx("h2", { class: "govuk-heading-l", id: "standards-heading", children: "Across the standards" }),
        /* @__PURE__ */ jsx(StandardsFigure, { data })
      ] }),
      /* @__PURE__ */ jsx("section", { "aria-labelledby": "indicators-heading", class: "app-results", children: [
        /* @__PURE__ */ jsx("h2", { class: "govuk-heading-l", id: "indicators-heading", children: "Every indicator in one picture" }),
        /* @__PURE__ */ jsx(IndicatorFigure, { data })
      ] }),
      /* @__PURE__ */ jsx("div", { class: "app-results-pair", children: [
        /* @__PURE__ */ jsx(Strengths, { ...model4 }),
        /* @__PURE__ */ jsx(Gaps2, { ...model4 })
      ] }),
      /* @__PURE__ */ jsx(Promises, { ...model4 }),
      seal && /* @__PURE__ */ jsx("p", { class: "govuk-body-s app-seal", children: [
        "Sealed as revision ",
        seal.revision,
        ". Its fingerprint (SHA-256) is ",
        /* @__PURE__ */ jsx("code", { children: seal.sha256 }),
        ". Anyone who has this record can check that it has not been changed."
      ] })
    ] })
  };
}
function Downloads({ organisationId, assessment: assessment3, seal }) {
  const at2 = { organisation: organisationId, assessment: assessment3.id };
  const revision = seal ? { revision: seal.revision } : {};
  return /* @__PURE__ */ jsx("div", { class: "app-downloads", children: [
    /* @__PURE__ */ jsx(Button, { href: paths5.report.to(at2, revision), children: "Full report (PDF)" }),
    /* @__PURE__ */ jsx(Button, { href: paths5.plan.to(at2, revision), kind: "secondary", children: "Development plan (PDF)" }),
    /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths5.planCsv.to(at2), children: "Plan for a spreadsheet (CSV)" }),
    /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths5.everything.to(at2), children: "Everything (JSON)" })
  ] });
}
function Revisions({ organisationId, assessment: assessment3, revisions, seal }) {
  const at2 = { organisation: organisationId, assessment: assessment3.id };
  const others = revisions.filter((each) => each.revision !== seal?.revision);
  if (others.length === 0) return null;
  return /* @__PURE__ */ jsx(InsetText, { children: [
    seal && seal.revision < assessment3.revision && /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
      "You are reading revision ",
      seal.revision,
      ". There is a newer one."
    ] }),
    /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
      assessment3.status === "in-progress" && seal && /* @__PURE__ */ jsx(Fragment, { children: [
        /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths5.results.to(at2), children: [
          "Revision ",
          assessment3.revision,
          ", in progress"
        ] }),
        " "
      ] }),
      others.map((each) => /* @__PURE__ */ jsx(Fragment, { children: [
        /* @__PURE__ */ jsx("a", { class: "govuk-link", href: paths5.results.to(at2, { revision: each.revision }), children: [
          "Revision ",
          each.revision,
          ", sealed ",
          formatDate(each.sealedAt)
        ] }),
        " "
      ] }))
    ] })
  ] });
}
function Strengths({ edition, record, organisationId, assessment: assessment3 }) {
  const found2 = strengths(edition, record);
  const top = edition.ratings.at(-1);
  return /* @__PURE__ */ jsx("section", { "aria-labelledby": "strengths-heading", class: "app-results", children: [
    /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", id: "strengths-heading", children: "Strengths" }),
    found2.length === 0 ? /* @__PURE__ */ jsx("p", { class: "govuk-body", children: [
      "Nothing is rated ",
      top?.label.toLowerCase(),
      " yet. That is common, and honest."
    ] }) : /* @__PURE__ */ jsx(IndicatorList, { found: found2, organisationId, assessmentId: assessment3.id, ratings: edition.ratings })
  ] });
}
function Gaps2({ edition, record, organisationId, assessment: assessment3 }) {
  const found2 = coreGaps(edition, record);
  return /* @__PURE__ */ jsx("section", { "aria-labelledby": "gaps-heading", class: "app-results", children: [
    /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", id: "gaps-heading", children: "Core indicators to come back to" }),
    found2.length === 0 ? /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "None: the fundamentals are in place." }) : /* @__PURE__ */ jsx(IndicatorList, { found: found2, organisationId, assessmentId: assessment3.id, ratings: edition.ratings })
  ] });
}
function IndicatorList({ found: found2, organisationId, assessmentId, ratings }) {
  return /* @__PURE__ */ jsx("ul", { class: "govuk-list app-results-list", children: found2.map(({ indicator: indicator4, state: state2 }) => /* @__PURE__ */ jsx("li", { children: [
    /* @__PURE__ */ jsx(
      "a",
      {
        class: "govuk-link",
        href: paths4.indicator.to({
          organisation: organisationId,
          assessment: assessmentId,
          indicator: indicator4.id
        }),
        children: [
          indicator4.id,
          " ",
          indicator4.shortTitle
        ]
      }
    ),
    state2.kind === "rated" ? /* @__PURE__ */ jsx(RatingMark, { order: state2.order, count: ratings.length, label: ratings[state2.order]?.label ?? "" }) : /* @__PURE__ */ jsx("span", { class: "govuk-body-s", children: "Not rated yet" })
  ] })) });
}
function Promises({ edition, record, planHref }) {
  const planned = plannedActions(edition, record);
  return /* @__PURE__ */ jsx("section", { "aria-labelledby": "promises-heading", class: "app-results", children: [
    /* @__PURE__ */ jsx("h2", { class: "govuk-heading-l", id: "promises-heading", children: "What we said we would do" }),
    planned.length === 0 ? /* @__PURE__ */ jsx("p", { class: "govuk-body", children: "No development actions yet." }) : /* @__PURE__ */ jsx(Grid, { children: planned.slice(0, 6).map(({ action, indicator: indicator4, priority: priority2 }) => /* @__PURE__ */ jsx(Card, { title: action.action, headingLevel: 3, children: [
      /* @__PURE__ */ jsx("p", { class: "govuk-body-s", children: [
        indicator4.id,
        " ",
        indicator4.shortTitle
      ] }),
      /* @__PURE__ */ jsx("p", { class: "govuk-body-s", children: [
        action.byWhom || "Nobody named yet",
        action.byWhen && `, by ${formatDate(action.byWhen)}`,
        " ",
        priority2 && /* @__PURE__ */ jsx(
          PriorityTag,
          {
            label: priority2,
            order: edition.priorities.findIndex((each) => each.label === priority2),
            count: edition.priorities.length
          }
        )
      ] }),
      action.completedOn && /* @__PURE__ */ jsx("p", { class: "govuk-body-s", children: [
        "Completed on ",
        formatDate(action.completedOn)
      ] })
    ] })) }),
    /* @__PURE__ */ jsx("p", { class: "govuk-body", children: /* @__PURE__ */ jsx("a", { class: "govuk-link", href: planHref, children: planned.length > 6 ? `All ${plural(planned.length, "action", "actions")} in the development plan` : "The development plan" }) })
  ] });
}
function picture({ edition, record }) {
  return {
    ratings: edition.ratings.map(({ order, label: label2 }) => ({ order, label: label2 })),
    standards: standardsPicture(edition, record).map(({ standard: standard2, indicators }) => ({
      number: standard2.number,
      title: standard2.title,
      indicators: indicators.map(({ indicator: indicator4, state: state2 }) => ({
        id: indicator4.id,
        shortTitle: indicator4.shortTitle,
        core: indicator4.core,
        state: state2
      }))
    }))
  };
}

// src/report/routes.ts
function createReport({ press, plan: plan2 }) {
  const routes = new Routes();
  const opened = (visit2, c) => openReport(visit2, c.req.param("assessment"), c.req.query("revision"));
  routes.get(paths5.results.pattern, may("see-assessments"), async (visit2, c) => {
    const reported = await opened(visit2, c);
    const at2 = { organisation: visit2.organisation.id, assessment: reported.assessment.id };
    return visit2.show(resultsPage({ ...reported, organisationId: at2.organisation, planHref: plan2(at2) }));
  });
  routes.get(paths5.report.pattern, may("see-assessments"), async (visit2, c) => {
    const reported = await opened(visit2, c);
    return pdf(
      c,
      fileName(visit2, reported, "report.pdf"),
      () => press.fullReportPdf(reported.edition, reported.record, options(reported))
    );
  });
  routes.get(paths5.plan.pattern, may("see-assessments"), async (visit2, c) => {
    const reported = await opened(visit2, c);
    const record = await withPlanOfToday(visit2, reported);
    return pdf(
      c,
      fileName(visit2, reported, "development plan.pdf"),
      () => press.planPdf(reported.edition, record, options(reported))
    );
  });
  routes.get(paths5.planCsv.pattern, may("see-assessments"), async (visit2, c) => {
    const reported = await opened(visit2, c);
    const csv2 = planCsv(reported.edition, await withPlanOfToday(visit2, reported));
    return attachment2(c, fileName(visit2, reported, "development plan.csv"), "text/csv; charset=utf-8", csv2);
  });
  routes.get(paths5.everything.pattern, may("see-assessments"), async (visit2, c) => {
    const reported = await opened(visit2, c);
    const notes = [...(await answersOf(visit2.own, reported.assessment.id)).values()].filter(
      (answer) => answer.values.notes !== ""
    );
    const json = recordJson(reported.record, {
      ...options(reported),
      besides: {
        developmentPlanToday: (await withPlanOfToday(visit2, reported)).actions,
        privateNotes: Object.fromEntries(notes.map((answer) => [answer.indicatorId, answer.values.notes])),
        sealedRevisions: reported.revisions.map(({ revision, sha256, sealedAt, content }) => ({
          revision,
          sha256,
          sealedAt,
          record: JSON.parse(content)
        }))
      }
    });
    return attachment2(c, fileName(visit2, reported, "everything.json"), "application/json; charset=utf-8", json);
  });
  return routes;
}
var options = ({ seal, today: today2 }) => ({ generatedOn: today2, ...seal ? { sealDigest: seal.sha256 } : {} });
async function pdf(c, name2, make) {
  try {
    const { pdf: bytes } = await make();
    return attachment2(c, name2, "application/pdf", new Uint8Array(bytes), "inline");
  } catch (error) {
    if (error instanceof PressProblem && error.because === "busy") throw new Problem("too-many", { retryAfter: 30, cause: error });
    throw new Problem("broken", { cause: error });
  }
}
function attachment2(c, name2, type, body, disposition = "attachment") {
  const plain2 = name2.normalize("NFKD").replace(/[^\w .()-]/g, "").trim() || "mentormark";
  return c.body(body, 200, {
    "content-type": type,
    "content-disposition": `${disposition}; filename="${plain2}"; filename*=UTF-8''${encodeURIComponent(name2)}`,
    "cache-control": "no-store"
  });
}
function fileName(visit2, { record }, what) {
  const subject2 = record.programme ? `${visit2.organisation.name} ${record.programme}` : visit2.organisation.name;
  return `${subject2} ${record.completion?.completedOn.slice(0, 4) ?? "draft"} ${what}`;
}

// src/app.tsx
init_jsx_runtime();
function createApp(options2) {
  const accounts = createAccounts({ ...options2, homeSections: assessmentsAtHome });
  const capabilities = [
    accounts.routes,
    createEvidence(),
    createPlan({ header: planHeader(options2.db.read) }),
    createAssessment(links),
    createReport({ press: options2.press, plan: links.plan })
  ];
  if (options2.loopback) capabilities.push(componentsPage(options2.assets.address));
  const app = new Hono();
  const dress = createDressing({ ...options2, navigation });
  app.onError((error, c) => problemReply(c, error, options2.log));
  app.notFound((c) => problemReply(c, new Problem("not-found"), options2.log));
  app.use(logRequests(options2.log));
  app.use(options2.assets.serve);
  app.use(secureHeaders(SECURITY_HEADERS));
  app.use(bodyLimit({ maxSize: FILE_BYTES + FORM_BYTES, onError: (c) => problemReply(c, new Problem("too-large"), options2.log) }));
  app.use(compressPages());
  app.use((c, next) => {
    setVisit(c, dress.visit(c));
    accounts.attendDoor(c);
    return next();
  });
  for (const routes of capabilities) routes.mount(app);
  return { fetch: app.fetch, request: app.request, declared: capabilities.flatMap((routes) => routes.declared), hono: app };
}
function componentsPage(asset) {
  return new Routes().get("/components", anyone, async (_visit, c) => {
    const { PreviewsPage: PreviewsPage2 } = await Promise.resolve().then(() => (init_previews(), previews_exports));
    const chrome = { person: null, organisation: null, navigation: [], account: [], signOut: null, notice: null, asset };
    return c.html(String(PreviewsPage2({ chrome })));
  });
}
var links = {
  results: (at2) => paths5.results.to(at2),
  plan: ({ organisation, assessment: assessment3 }) => paths3.plan.to({ organisation, plan: assessment3 })
};
var navigation = (organisation) => [
  {
    text: "Assessments",
    href: paths4.list.to({ organisation }),
    covers: [paths3.plan.to({ organisation, plan: "" }).replace(/\/$/, "")]
  }
];
async function assessmentsAtHome(visit2) {
  return /* @__PURE__ */ jsx("section", { "aria-labelledby": "assessments-heading", children: [
    /* @__PURE__ */ jsx("h2", { class: "govuk-heading-m", id: "assessments-heading", children: "Assessments" }),
    /* @__PURE__ */ jsx(AssessmentCards, { ...await listModel(visit2) })
  ] });
}
function planHeader(db) {
  return async (own2, planId) => {
    const assessment3 = await findAssessment(own2, planId);
    if (!assessment3) return null;
    const edition = await editionOf2(db, assessment3);
    const { completion } = assessment3;
    return {
      title: assessment3.programme ?? "All our mentoring",
      editionId: `${edition.id}/${edition.edition}`,
      edition,
      completedOn: completion?.completedOn ?? null,
      completedBy: completion ? `${completion.completedBy}, ${completion.completedByRole}` : null,
      nextReviewOn: completion?.nextReviewOn ?? null,
      reviewedBy: completion?.reviewedBy ?? null,
      back: {
        href: paths4.taskList.to({ organisation: own2.organisationId, assessment: assessment3.id }),
        text: "Your assessment"
      }
    };
  };
}
var SECURITY_HEADERS = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    imgSrc: ["'self'"],
    fontSrc: ["'self'"],
    connectSrc: ["'self'"],
    formAction: ["'self'"],
    frameAncestors: ["'none'"],
    baseUri: ["'none'"]
  },
  xFrameOptions: "DENY",
  referrerPolicy: "same-origin",
  crossOriginOpenerPolicy: "same-origin",
  crossOriginResourcePolicy: "same-origin",
  permissionsPolicy: { camera: [], microphone: [], geolocation: [] },
  // A download sets a stricter policy of its own.
  overwrite: false
};

// tests/support/world.ts
init_read();
init_files();

// src/platform/log.ts
import { pino } from "pino";
function createLog(level) {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
}

// src/platform/mail.ts
init_clock();
import { randomUUID as randomUUID2 } from "node:crypto";
import { mkdir as mkdir2, readdir, readFile, writeFile } from "node:fs/promises";
import { join as join2 } from "node:path";
import { createTransport } from "nodemailer";
var ATTEMPTS2 = 8;
function createMailer(options2) {
  const { db, clock, log, smtpUrl, from, outboxDir } = options2;
  const smtp = smtpUrl ? createTransport(smtpUrl) : null;
  const eml = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
  let delivering = Promise.resolve();
  async function send(message) {
    const envelope = { from, to: message.to, subject: message.subject, text: message.text };
    if (smtp) {
      await smtp.sendMail(envelope);
      return;
    }
    const { message: bytes } = await eml.sendMail(envelope);
    await mkdir2(outboxDir, { recursive: true, mode: 448 });
    const name2 = `${instant(clock).replace(/[:.]/g, "-")}-${randomUUID2().slice(0, 8)}`;
    await writeFile(
      join2(outboxDir, `${name2}.json`),
      JSON.stringify({ to: message.to, subject: message.subject, text: message.text })
    );
    await writeFile(join2(outboxDir, `${name2}.eml`), bytes);
  }
  async function deliverWaiting() {
    const waiting = await db.read.selectFrom("mail").selectAll().where("sent_at", "is", null).where("attempts", "<", ATTEMPTS2).orderBy("queued_at").limit(50).execute();
    for (const mail of waiting) {
      try {
        await send({ to: mail.recipient, subject: mail.subject, text: mail.body });
        await db.housekeep(
          (tx) => tx.updateTable("mail").set({ sent_at: instant(clock), body: "", last_error: null }).where("id", "=", mail.id).execute()
        );
      } catch (error) {
        log.error({ mail: mail.id, attempt: mail.attempts + 1, error: error.message }, "mail was not sent");
        await db.housekeep(
          (tx) => tx.updateTable("mail").set({ attempts: mail.attempts + 1, last_error: error.message.slice(0, 500) }).where("id", "=", mail.id).execute()
        );
      }
    }
  }
  return {
    async queue(tx, message) {
      await tx.insertInto("mail").values({
        id: randomUUID2(),
        recipient: message.to,
        subject: message.subject,
        body: message.text,
        queued_at: instant(clock),
        sent_at: null,
        attempts: 0,
        last_error: null
      }).execute();
    },
    deliver() {
      delivering = delivering.then(deliverWaiting).catch((error) => log.error({ error: error.message }, "mail delivery failed"));
      return delivering;
    },
    async outbox() {
      if (smtp) return null;
      const names2 = (await readdir(outboxDir).catch(() => [])).filter((name2) => name2.endsWith(".json")).sort().reverse().slice(0, 50);
      return Promise.all(
        names2.map(async (name2) => ({
          file: name2.replace(/json$/, "eml"),
          ...JSON.parse(await readFile(join2(outboxDir, name2), "utf8"))
        }))
      );
    }
  };
}

// src/report/pdf/fonts.ts
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname as dirname2, join as join3 } from "node:path";
var fontFiles = [
  "@expo-google-fonts/atkinson-hyperlegible-next/400Regular/AtkinsonHyperlegibleNext_400Regular.ttf",
  "@expo-google-fonts/atkinson-hyperlegible-next/600SemiBold/AtkinsonHyperlegibleNext_600SemiBold.ttf",
  "@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf",
  "@expo-google-fonts/atkinson-hyperlegible-next/800ExtraBold/AtkinsonHyperlegibleNext_800ExtraBold.ttf",
  "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
  "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
  "@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
  "@expo-google-fonts/noto-sans-arabic/700Bold/NotoSansArabic_700Bold.ttf",
  "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf"
];
function installedFonts(from) {
  const modules = createRequire(from).resolve.paths("any") ?? [];
  return fontFiles.flatMap((file) => modules.map((folder) => join3(folder, file)).find((path2) => existsSync(path2)) ?? []);
}
function fontFolders(from) {
  return installedFonts(from).map((file) => dirname2(file));
}

// src/report/pdf/source.ts
function pressFromSource() {
  return { worker: new URL("./worker.ts", import.meta.url), templates: import.meta.dirname, fonts: fontFolders(import.meta.url) };
}

// tests/support/databases.ts
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join as join4 } from "node:path";
import { sql as sql3 } from "kysely";

// src/migrations/0001-first.ts
import { sql as sql2 } from "kysely";
var first = {
  name: "0001-first",
  async up(db, engine2) {
    const libraryTime = engine2 === "sqlite" ? "text" : "timestamptz";
    const libraryFlag = engine2 === "sqlite" ? "integer" : "boolean";
    const schema = db.schema;
    await schema.createTable("mail").addColumn("id", "text", (c) => c.primaryKey()).addColumn("recipient", "text", (c) => c.notNull()).addColumn("subject", "text", (c) => c.notNull()).addColumn("body", "text", (c) => c.notNull()).addColumn("queued_at", "text", (c) => c.notNull()).addColumn("sent_at", "text").addColumn("attempts", "integer", (c) => c.notNull()).addColumn("last_error", "text").execute();
    await sql2`create index mail_waiting on mail (queued_at) where sent_at is null`.execute(db);
    await schema.createTable("person").addColumn("id", "text", (c) => c.primaryKey()).addColumn("name", "text", (c) => c.notNull()).addColumn("email", "text", (c) => c.notNull().unique()).addColumn("email_verified", libraryFlag, (c) => c.notNull()).addColumn("image", "text").addColumn("created_at", libraryTime, (c) => c.notNull()).addColumn("updated_at", libraryTime, (c) => c.notNull()).execute();
    await schema.createTable("session").addColumn("id", "text", (c) => c.primaryKey()).addColumn("token", "text", (c) => c.notNull().unique()).addColumn("person_id", "text", (c) => c.notNull().references("person.id").onDelete("cascade")).addColumn("expires_at", libraryTime, (c) => c.notNull()).addColumn("created_at", libraryTime, (c) => c.notNull()).addColumn("updated_at", libraryTime, (c) => c.notNull()).addColumn("ip_address", "text").addColumn("user_agent", "text").execute();
    await schema.createIndex("session_person").on("session").column("person_id").execute();
    await schema.createTable("sign_in_method").addColumn("id", "text", (c) => c.primaryKey()).addColumn("account_id", "text", (c) => c.notNull()).addColumn("provider_id", "text", (c) => c.notNull()).addColumn("person_id", "text", (c) => c.notNull().references("person.id").onDelete("cascade")).addColumn("access_token", "text").addColumn("refresh_token", "text").addColumn("id_token", "text").addColumn("access_token_expires_at", libraryTime).addColumn("refresh_token_expires_at", libraryTime).addColumn("scope", "text").addColumn("password", "text").addColumn("created_at", libraryTime, (c) => c.notNull()).addColumn("updated_at", libraryTime, (c) => c.notNull()).execute();
    await schema.createIndex("sign_in_method_person").on("sign_in_method").column("person_id").execute();
    await schema.createTable("verification").addColumn("id", "text", (c) => c.primaryKey()).addColumn("identifier", "text", (c) => c.notNull()).addColumn("value", "text", (c) => c.notNull()).addColumn("expires_at", libraryTime, (c) => c.notNull()).addColumn("created_at", libraryTime, (c) => c.notNull()).addColumn("updated_at", libraryTime, (c) => c.notNull()).execute();
    await schema.createIndex("verification_identifier").on("verification").column("identifier").execute();
    await schema.createTable("throttle").addColumn("key", "text", (c) => c.primaryKey()).addColumn("count", "integer", (c) => c.notNull()).addColumn("resets_at", "text", (c) => c.notNull()).execute();
    await schema.createIndex("throttle_resets_at").on("throttle").column("resets_at").execute();
    await schema.createTable("organisation").addColumn("id", "text", (c) => c.primaryKey()).addColumn("name", "text", (c) => c.notNull()).addColumn("kind", "text").addColumn("registrations", "text", (c) => c.notNull()).addColumn("areas", "text", (c) => c.notNull()).addColumn("models", "text", (c) => c.notNull()).addColumn("mentors_per_year", "text").addColumn("young_people_per_year", "text").addColumn("marks", "text", (c) => c.notNull()).addColumn("created_at", "text", (c) => c.notNull()).addColumn("updated_at", "text", (c) => c.notNull()).execute();
    await schema.createTable("membership").addColumn("organisation_id", "text", (c) => c.notNull().references("organisation.id").onDelete("cascade")).addColumn("person_id", "text", (c) => c.notNull().references("person.id").onDelete("cascade")).addColumn("role", "text", (c) => c.notNull()).addColumn("created_at", "text", (c) => c.notNull()).addPrimaryKeyConstraint("membership_pk", ["organisation_id", "person_id"]).execute();
    await schema.createIndex("membership_person").on("membership").column("person_id").execute();
    await schema.createTable("framework_edition").addColumn("framework_id", "text", (c) => c.notNull()).addColumn("edition", "text", (c) => c.notNull()).addColumn("digest", "text", (c) => c.notNull()).addColumn("content", "text", (c) => c.notNull()).addColumn("loaded_at", "text", (c) => c.notNull()).addColumn("superseded_at", "text").addPrimaryKeyConstraint("framework_edition_pk", ["framework_id", "edition", "digest"]).execute();
    await schema.createTable("activity").addColumn("organisation_id", "text", (c) => c.notNull()).addColumn("id", "text", (c) => c.notNull()).addColumn("at", "text", (c) => c.notNull()).addColumn("actor", "text", (c) => c.notNull()).addColumn("action", "text", (c) => c.notNull()).addColumn("subject", "text", (c) => c.notNull()).addColumn("detail", "text", (c) => c.notNull()).addPrimaryKeyConstraint("activity_pk", ["organisation_id", "id"]).execute();
    await schema.createTable("evidence").addColumn("organisation_id", "text", (c) => c.notNull().references("organisation.id").onDelete("cascade")).addColumn("id", "text", (c) => c.notNull()).addColumn("subject", engine2 === "sqlite" ? "text" : sql2`text collate "C"`, (c) => c.notNull()).addColumn("kind", "text", (c) => c.notNull()).addColumn("title", "text", (c) => c.notNull()).addColumn("url", "text").addColumn("place", "text").addColumn("file_name", "text").addColumn("file_type", "text").addColumn("file_bytes", "integer").addColumn("file_sha256", "text").addColumn("added_by", "text", (c) => c.notNull()).addColumn("added_at", "text", (c) => c.notNull()).addColumn("removed_at", "text").addPrimaryKeyConstraint("evidence_pk", ["organisation_id", "id"]).execute();
    await schema.createIndex("evidence_subject").on("evidence").columns(["organisation_id", "subject"]).execute();
    await schema.createTable("development_action").addColumn("organisation_id", "text", (c) => c.notNull().references("organisation.id").onDelete("cascade")).addColumn("id", "text", (c) => c.notNull()).addColumn("plan_id", "text", (c) => c.notNull()).addColumn("indicator_id", "text", (c) => c.notNull()).addColumn("action", "text", (c) => c.notNull()).addColumn("by_whom", "text", (c) => c.notNull()).addColumn("by_when", "text").addColumn("priority", "text").addColumn("position", "integer", (c) => c.notNull()).addColumn("completed_on", "text").addColumn("what_changed", "text", (c) => c.notNull()).addColumn("revision", "integer", (c) => c.notNull()).addColumn("added_at", "text", (c) => c.notNull()).addColumn("removed_at", "text").addPrimaryKeyConstraint("development_action_pk", ["organisation_id", "id"]).execute();
    await schema.createIndex("development_action_plan").on("development_action").columns(["organisation_id", "plan_id", "position"]).execute();
    await schema.createTable("assessment").addColumn("organisation_id", "text", (c) => c.notNull().references("organisation.id").onDelete("cascade")).addColumn("id", "text", (c) => c.notNull()).addColumn("framework_id", "text", (c) => c.notNull()).addColumn("edition", "text", (c) => c.notNull()).addColumn("digest", "text", (c) => c.notNull()).addColumn("programme", "text").addColumn("scope", "text", (c) => c.notNull()).addColumn("lead", "text", (c) => c.notNull()).addColumn("status", "text", (c) => c.notNull()).addColumn("revision", "integer", (c) => c.notNull()).addColumn("revision_reason", "text").addColumn("started_at", "text", (c) => c.notNull()).addColumn("completed_on", "text").addColumn("completed_by", "text").addColumn("completed_by_role", "text").addColumn("next_review_on", "text").addColumn("reviewed_by", "text").addPrimaryKeyConstraint("assessment_pk", ["organisation_id", "id"]).execute();
    await schema.createTable("answer").addColumn("organisation_id", "text", (c) => c.notNull()).addColumn("assessment_id", "text", (c) => c.notNull()).addColumn("indicator_id", "text", (c) => c.notNull()).addColumn("revision", "integer", (c) => c.notNull()).addColumn("rating", "text", (c) => c.notNull()).addColumn("evidence", "text", (c) => c.notNull()).addColumn("examples", "text", (c) => c.notNull()).addColumn("less_relevant_reason", "text", (c) => c.notNull()).addColumn("notes", "text", (c) => c.notNull()).addColumn("skipped", "text", (c) => c.notNull()).addColumn("updated_at", "text", (c) => c.notNull()).addColumn("updated_by", "text", (c) => c.notNull()).addPrimaryKeyConstraint("answer_pk", ["organisation_id", "assessment_id", "indicator_id"]).addForeignKeyConstraint(
      "answer_assessment",
      ["organisation_id", "assessment_id"],
      "assessment",
      ["organisation_id", "id"],
      (c) => c.onDelete("cascade")
    ).execute();
    await schema.createTable("answer_change").addColumn("organisation_id", "text", (c) => c.notNull()).addColumn("assessment_id", "text", (c) => c.notNull()).addColumn("indicator_id", "text", (c) => c.notNull()).addColumn("revision", "integer", (c) => c.notNull()).addColumn("field", "text", (c) => c.notNull()).addColumn("value", "text", (c) => c.notNull()).addColumn("person_id", "text", (c) => c.notNull()).addColumn("at", "text", (c) => c.notNull()).addPrimaryKeyConstraint("answer_change_pk", ["organisation_id", "assessment_id", "indicator_id", "revision", "field"]).addForeignKeyConstraint(
      "answer_change_assessment",
      ["organisation_id", "assessment_id"],
      "assessment",
      ["organisation_id", "id"],
      (c) => c.onDelete("cascade")
    ).execute();
    await schema.createTable("answer_conflict").addColumn("organisation_id", "text", (c) => c.notNull()).addColumn("assessment_id", "text", (c) => c.notNull()).addColumn("indicator_id", "text", (c) => c.notNull()).addColumn("id", "text", (c) => c.notNull()).addColumn("field", "text", (c) => c.notNull()).addColumn("value", "text", (c) => c.notNull()).addColumn("based_on", "integer", (c) => c.notNull()).addColumn("person_id", "text", (c) => c.notNull()).addColumn("at", "text", (c) => c.notNull()).addColumn("settled_at", "text").addPrimaryKeyConstraint("answer_conflict_pk", ["organisation_id", "assessment_id", "indicator_id", "id"]).addForeignKeyConstraint(
      "answer_conflict_assessment",
      ["organisation_id", "assessment_id"],
      "assessment",
      ["organisation_id", "id"],
      (c) => c.onDelete("cascade")
    ).execute();
    await schema.createTable("exemption").addColumn("organisation_id", "text", (c) => c.notNull()).addColumn("assessment_id", "text", (c) => c.notNull()).addColumn("standard", "integer", (c) => c.notNull()).addColumn("mark", "text", (c) => c.notNull()).addColumn("level", "text", (c) => c.notNull()).addColumn("awarded_on", "text", (c) => c.notNull()).addColumn("expires_on", "text").addColumn("recorded_at", "text", (c) => c.notNull()).addPrimaryKeyConstraint("exemption_pk", ["organisation_id", "assessment_id", "standard"]).addForeignKeyConstraint(
      "exemption_assessment",
      ["organisation_id", "assessment_id"],
      "assessment",
      ["organisation_id", "id"],
      (c) => c.onDelete("cascade")
    ).execute();
    await schema.createTable("sealed_assessment").addColumn("organisation_id", "text", (c) => c.notNull()).addColumn("assessment_id", "text", (c) => c.notNull()).addColumn("revision", "integer", (c) => c.notNull()).addColumn("sha256", "text", (c) => c.notNull()).addColumn("content", "text", (c) => c.notNull()).addColumn("sealed_at", "text", (c) => c.notNull()).addPrimaryKeyConstraint("sealed_assessment_pk", ["organisation_id", "assessment_id", "revision"]).addForeignKeyConstraint(
      "sealed_assessment_assessment",
      ["organisation_id", "assessment_id"],
      "assessment",
      ["organisation_id", "id"],
      (c) => c.onDelete("cascade")
    ).execute();
  }
};

// src/migrations/index.ts
var migrations = [first];

// tests/support/databases.ts
init_database();
var engine = process.env.TEST_DATABASE ?? "sqlite";
async function freshDatabase() {
  const { db, discard } = await open3();
  await migrate(db, migrations);
  return { db, discard };
}
async function open3() {
  if (engine === "sqlite") {
    const folder = mkdtempSync(join4(tmpdir(), "mentormark-"));
    const db2 = openSqlite(join4(folder, "mentormark.db"));
    return {
      db: db2,
      async discard() {
        await db2.close();
        rmSync(folder, { recursive: true, force: true });
      }
    };
  }
  if (engine === "pglite") {
    pglite ??= startPglite();
    const db2 = await pglite;
    await sql3`drop schema public cascade`.execute(db2.read);
    await sql3`create schema public`.execute(db2.read);
    return { db: db2, discard: async () => {
    } };
  }
  const name2 = `mentormark_${process.pid}_${Math.random().toString(36).slice(2)}`;
  const admin = await openPostgres(engine);
  await sql3`create database ${sql3.id(name2)}`.execute(admin.read);
  const address = new URL(engine);
  address.pathname = `/${name2}`;
  const db = await openPostgres(address.href);
  return {
    db,
    async discard() {
      await db.close();
      await sql3`drop database ${sql3.id(name2)}`.execute(admin.read);
      await admin.close();
    }
  };
}
var pglite = null;
async function startPglite() {
  const { PGlite } = await import("@electric-sql/pglite");
  const { PGliteDialect } = await import("kysely");
  return postgresDatabase(new PGliteDialect({ pglite: await PGlite.create() }));
}

// tests/support/html.ts
var NAMED = { amp: "&", lt: "<", gt: ">", quot: '"' };
function unescaped(html) {
  return html.replace(
    /&(?:#(\d+)|(\w+));/g,
    (whole, code, name2) => code ? String.fromCodePoint(Number(code)) : NAMED[name2] ?? whole
  );
}

// tests/support/page.ts
var VOID2 = /* @__PURE__ */ new Set(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]);
var TAG = /<(\/?)([a-z][\w-]*)((?:\s+[^\s=>/"]+(?:="[^"]*")?)*)\s*(\/?)>/gi;
var ShownPage = class {
  html;
  #elements;
  #byId;
  constructor(html) {
    this.html = html;
    this.#elements = elementsOf(html);
    this.#byId = new Map(
      this.#elements.flatMap((element) => {
        const id = element.attributes.get("id");
        return id === void 0 ? [] : [[id, element]];
      })
    );
  }
  get title() {
    return this.#text(this.all("title")[0]);
  }
  get heading() {
    return this.#text(this.all("h1")[0]);
  }
  /** The words of the main part, on one line. */
  get words() {
    return this.#text(this.all("main")[0]);
  }
  /** The error summary: what it says, and where each line leads. */
  get errors() {
    const [summary2] = this.all("ul").filter((list3) => list3.attributes.get("class")?.includes("govuk-error-summary__list"));
    if (!summary2) return [];
    return this.#within(summary2, "li").map((item) => ({
      text: this.#text(item),
      href: this.#within(item, "a")[0]?.attributes.get("href") ?? null
    }));
  }
  /** Ids that stand in the page more than once. */
  get repeatedIds() {
    const ids3 = this.#elements.flatMap((element) => element.attributes.get("id") ?? []);
    return ids3.filter((id, place) => ids3.indexOf(id) !== place);
  }
  get links() {
    return this.all("a").map((link) => ({ text: this.#text(link), href: link.attributes.get("href") ?? "" }));
  }
  all(tag) {
    return this.#elements.filter((element) => element.tag === tag);
  }
  byId(id) {
    return this.#byId.get(id) ?? null;
  }
  /** The words in the element of that id; null when there is none. */
  textOf(id) {
    const element = this.byId(id);
    return element && this.#text(element);
  }
  /** Everything that describes the element, by `aria-describedby` of it and of the group it is in, as it is read out. */
  descriptionOf(id) {
    const element = this.byId(id);
    if (!element) return "";
    const groups = this.all("fieldset").filter((group) => group.at < element.at && element.end <= group.end);
    const described = [element, ...groups].flatMap((each) => each.attributes.get("aria-describedby")?.split(" ") ?? []);
    return described.map((each) => this.textOf(each) ?? `(nothing is called ${each})`).join(" ");
  }
  /** What stands in a text field, text area or list of choices; null when there is none of that name. */
  valueOf(name2) {
    const control = this.#controls().find((each) => each.attributes.get("name") === name2 && !isChoice(each));
    return control ? valueOf(control) : null;
  }
  /** The form that is sent to an address. @throws when there is none */
  form(action) {
    const element = this.all("form").find((each) => each.attributes.get("action") === action);
    if (!element) {
      const there = this.all("form").map((each) => each.attributes.get("action"));
      throw new Error(`no form leads to ${action}; there are: ${there.join(", ")}`);
    }
    const disabled = this.#within(element, "fieldset").filter((group) => group.attributes.has("disabled"));
    const enabled = (each) => !each.attributes.has("disabled") && !disabled.some((group) => group.at < each.at && each.end <= group.end);
    return {
      action,
      files: element.attributes.get("enctype") === "multipart/form-data",
      fields: this.#controls().filter((each) => element.at < each.at && each.end <= element.end && enabled(each) && isSent(each)).map((each) => [each.attributes.get("name") ?? "", valueOf(each)]),
      buttons: this.#within(element, "button").filter(enabled).map((button) => ({
        name: button.attributes.get("name") ?? "",
        value: button.attributes.get("value") ?? "",
        text: this.#text(button)
      }))
    };
  }
  #controls() {
    return this.#elements.filter(({ tag }) => tag === "input" || tag === "textarea" || tag === "select");
  }
  #within(outer, tag) {
    return this.#elements.filter((each) => each.tag === tag && outer.at < each.at && each.end <= outer.end);
  }
  #text(element) {
    return unescaped((element?.inner ?? "").replace(/<[^>]*>/g, " ")).replace(/\s+/g, " ").trim();
  }
};
function elementsOf(html) {
  const elements = [];
  const open4 = [];
  for (const match of html.matchAll(TAG)) {
    const [whole, closing, name2 = "", attributes3 = "", selfClosing] = match;
    const tag = name2.toLowerCase();
    const after = match.index + whole.length;
    if (closing) {
      const place = open4.findLastIndex((each) => each.tag === tag);
      const begun = place < 0 ? void 0 : open4.splice(place)[0];
      if (begun) elements.push({ ...begun, inner: html.slice(begun.inside, match.index), end: after });
    } else if (VOID2.has(tag) || selfClosing) {
      elements.push({ tag, attributes: attributesOf(attributes3), inner: "", at: match.index, end: after });
    } else open4.push({ tag, attributes: attributesOf(attributes3), at: match.index, inside: after });
  }
  return elements.sort((a2, b) => a2.at - b.at);
}
function attributesOf(text2) {
  return new Map(
    [...text2.matchAll(/\s+([^\s=>/"]+)(?:="([^"]*)")?/g)].map(([, name2 = "", value = ""]) => [
      name2.toLowerCase(),
      unescaped(value)
    ])
  );
}
function isChoice({ attributes: attributes3 }) {
  return ["radio", "checkbox", "file"].includes(attributes3.get("type") ?? "text");
}
function isSent({ attributes: attributes3 }) {
  const type = attributes3.get("type");
  if (!attributes3.has("name") || type === "file" || type === "submit") return false;
  return type === "radio" || type === "checkbox" ? attributes3.has("checked") : true;
}
function valueOf(control) {
  const { tag, attributes: attributes3, inner } = control;
  if (tag === "textarea") return unescaped(inner).replace(/^\n/, "");
  if (tag !== "select") return attributes3.get("value") ?? (isChoice(control) ? "on" : "");
  const options2 = [...inner.matchAll(/<option((?:\s+[^\s=>/"]+(?:="[^"]*")?)*)\s*>([^<]*)/g)].map(([, text2 = "", words3 = ""]) => {
    const each = attributesOf(text2);
    return { value: each.get("value") ?? unescaped(words3), selected: each.has("selected") };
  });
  return (options2.find((each) => each.selected) ?? options2[0])?.value ?? "";
}

// tests/support/visitor.ts
var ORIGIN = "http://localhost:3000";
var Visitor = class {
  #app;
  #cookies = /* @__PURE__ */ new Map();
  #token = "";
  constructor(app) {
    this.#app = app;
  }
  get cookies() {
    return this.#cookies;
  }
  setCookie(name2, value) {
    this.#cookies.set(name2, value);
  }
  get(path2, headers = {}) {
    return this.#send(path2, { headers });
  }
  /** Sends a form. The token of the last page comes along unless `fields.token` says otherwise. Redirects are not followed. */
  async post(path2, fields5 = {}, headers = {}) {
    if (!this.#token && !("token" in fields5)) await this.get("/sign-in");
    return this.#sendForm(path2, Object.entries({ token: this.#token, ...fields5 }).flatMap(pairs), headers);
  }
  /** Sends a form and looks at the page it leads to. */
  async submit(path2, fields5 = {}) {
    const reply = await this.post(path2, fields5);
    return reply.location ? this.get(reply.location) : reply;
  }
  /**
   * Fills in a form of a page and sends it as a browser without scripts would: everything the page holds, but for what
   * `fields` changes. The button pressed is one of the fields.
   * @param page a reply that showed it, or its address
   */
  async fillIn(page2, action, fields5 = {}) {
    const shown = typeof page2 === "string" ? await this.get(page2) : page2;
    const form2 = shown.page.form(action);
    const kept2 = form2.fields.filter(([name2]) => !(name2 in fields5));
    return this.#sendForm(action, [...kept2, ...Object.entries(fields5).flatMap(pairs)], {}, form2.files);
  }
  #sendForm(path2, entries2, headers, multipart = false) {
    const body = multipart || entries2.some(([, value]) => value instanceof File) ? new FormData() : new URLSearchParams();
    for (const [name2, value] of entries2) body.append(name2, value);
    return this.#send(path2, { method: "POST", body, headers: { origin: ORIGIN, ...headers } });
  }
  async #send(path2, init) {
    const headers = new Headers(init.headers);
    if (this.#cookies.size > 0) headers.set("cookie", [...this.#cookies].map(([name2, value]) => `${name2}=${value}`).join("; "));
    const response = await this.#app.request(new URL(path2, ORIGIN).href, { ...init, headers });
    for (const cookie2 of response.headers.getSetCookie()) {
      const [pair = ""] = cookie2.split(";");
      const name2 = pair.slice(0, pair.indexOf("="));
      const value = pair.slice(pair.indexOf("=") + 1);
      if (/max-age=0/i.test(cookie2) || value === "") this.#cookies.delete(name2);
      else this.#cookies.set(name2, value);
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    const text2 = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes);
    this.#token = /name="token" value="([^"]+)"/.exec(text2)?.[1] ?? this.#token;
    const location = response.headers.get("location")?.replace(ORIGIN, "") ?? null;
    let page2 = null;
    return {
      status: response.status,
      headers: response.headers,
      text: text2,
      bytes,
      location,
      get page() {
        page2 ??= new ShownPage(text2);
        return page2;
      },
      json: () => JSON.parse(text2)
    };
  }
};
function pairs([name2, value]) {
  if (value === null) return [];
  return [value].flat().map((each) => [name2, each]);
}

// tests/support/world.ts
var FRAMEWORK = join5(import.meta.dirname, "../../frameworks/mentoring-quality-framework/2022.yaml");
var framework = compilePack(readFileSync(FRAMEWORK, "utf8"), "2022.yaml");
var BASE_URL = "http://localhost:3000";
var FrozenClock = class {
  #now = /* @__PURE__ */ new Date("2026-03-04T10:00:00.000Z");
  now() {
    return new Date(this.#now);
  }
  set(iso) {
    this.#now = new Date(iso);
  }
  advance(milliseconds) {
    this.#now = new Date(this.#now.getTime() + milliseconds);
  }
};
async function createWorld() {
  const { db, discard } = await freshDatabase();
  const folder = mkdtempSync2(join5(tmpdir2(), "mentormark-world-"));
  const clock = new FrozenClock();
  const log = createLog("silent");
  const mail = createMailer({
    db,
    clock,
    log,
    smtpUrl: null,
    from: "Mentormark <mentormark@localhost>",
    outboxDir: join5(folder, "outbox")
  });
  const services = { db, clock, log, mail, files: filesIn(join5(folder, "files")), baseUrl: BASE_URL };
  await registerBuiltIn(services, [framework]);
  const press = startPress(pressFromSource());
  const options2 = {
    ...services,
    secret: "a-secret-for-tests-that-is-long-enough",
    secure: false,
    loopback: true,
    trustedProxies: 0,
    press,
    assets: { address: (name2) => `/assets/${name2}`, serve: (_c, next) => next() }
  };
  const app = createApp(options2);
  return {
    app,
    appWith: (change2) => createApp({ ...options2, ...change2 }),
    services,
    clock,
    visitor: () => new Visitor(app),
    async end() {
      press.close();
      await mail.deliver();
      await discard();
      rmSync2(folder, { recursive: true, force: true });
    }
  };
}

// tests/support/personas.ts
init_platform();
var PASSPHRASE = "otter bicycle lantern plum";
async function signUp2(world2, who) {
  const browser2 = world2.visitor();
  await browser2.get(paths.signUp.to());
  await browser2.post(paths.signUp.to(), { id: newId(), ...who, passphrase: PASSPHRASE });
  const reply = await signIn2(browser2, who.email);
  if (reply.status !== 303) throw new Error(`${who.name} could not sign in: ${reply.status}`);
  const person = await world2.services.db.read.selectFrom("person").select("id").where("email", "=", who.email).executeTakeFirstOrThrow();
  return { id: person.id, ...who, browser: browser2 };
}
function signIn2(browser2, email, passphrase = PASSPHRASE) {
  return browser2.post(paths.signIn.to(), { email, passphrase });
}
async function signUpOwner(world2, who, organisationName) {
  const persona = await signUp2(world2, who);
  const organisation = newId();
  await persona.browser.get(paths.newOrganisation.to());
  await persona.browser.submit(paths.newOrganisation.to(), { id: organisation, name: organisationName });
  return { ...persona, organisation };
}
var alice = (world2) => signUpOwner(world2, { name: "Alice Okafor", email: "alice@riverbank.example" }, "Riverbank Mentoring");

// src/plan/testing.ts
init_platform();
async function aPlan(world2, organisationId) {
  const plan2 = newId();
  const context2 = asSystem(world2.services, "test");
  const [listed] = await listEditions(context2.db.read);
  const edition = listed && await findEdition(context2.db.read, listed.id, listed.edition);
  if (!edition) throw new Error("The program came without a framework.");
  const start2 = { id: plan2, scope: "all", programme: "Stepping Stones", lead: "Alice Okafor" };
  await startAssessment(context2, organisationId, edition, start2);
  await context2.db.housekeep(
    (tx) => ownedBy(tx, organisationId).update("assessment").set({
      completed_on: "2026-03-01",
      completed_by: "Alice Okafor",
      completed_by_role: "Mentoring manager",
      next_review_on: "2027-03-01",
      reviewed_by: "The trustees"
    }).where("id", "=", plan2).execute()
  );
  return plan2;
}
function anAction(changes = {}) {
  return {
    id: newId(),
    indicatorId: "6.3",
    action: "Ask mentees for feedback",
    byWhom: "Sam Obi",
    byWhen: "2026-12-01",
    priority: "medium",
    ...changes
  };
}

// ../../tmp/vis/run.tsx
init_platform();
import { chromium } from "playwright-core";
var world = await createWorld();
var owner = await alice(world);
var context = { ...asSystem(world.services, "x"), actor: { kind: "person", id: owner.id, name: owner.name, email: owner.email } };
var plan = await aPlan(world, owner.organisation);
var acts = [
  anAction({ action: "Develop and roll out surveys for mentees and those who support them about their experience", byWhom: "Mentoring Manager", byWhen: "2026-12-31", priority: "medium" }),
  anAction({ indicatorId: "2.3", action: "Book safer recruitment training for the two new coordinators", byWhom: "Priya", byWhen: "2026-03-01", priority: "highest" }),
  anAction({ indicatorId: "1.1", action: "Write down our outcomes", byWhom: "", byWhen: null, priority: null }),
  anAction({ indicatorId: "3.2", action: "Plan the spring induction day", byWhom: "Tomasz Zieli\u0144ski", byWhen: "2026-03-12", priority: "high" }),
  anAction({ indicatorId: "8.2", action: "Review insurance", byWhom: "Treasurer", byWhen: "2026-02-01", priority: "low" })
];
await context.db.write((tx) => addActionsIn(ownedBy(tx, owner.organisation), context, plan, acts));
await completeAction(context, { organisationId: owner.organisation, planId: plan, actionId: acts[4].id }, 1, { completedOn: "2026-02-20", whatChanged: "We now know that our cover includes trips.\n\nVolunteers have been told." });
var subject = `assessment/${plan}/indicator/1.1`;
await context.db.write((tx) => addEvidenceIn(ownedBy(tx, owner.organisation), context, subject, [
  { kind: "link", title: "Safeguarding policy", url: "https://example.org/policy" },
  { kind: "place", title: "Signed consent forms", place: "Locked cabinet in the main office.\nAsk the safeguarding lead." },
  { kind: "file", title: "Theory of change", fileName: "Theory of change 2026 with a long name.pdf", fileType: "application/pdf", bytes: 1234567, sha256: "ab".repeat(32) }
]));
var big = await aPlan(world, owner.organisation);
await context.db.housekeep((tx) => insertActions(ownedBy(tx, owner.organisation), Array.from({ length: 1e4 }, (_, n) => ({ ...anAction({ action: `Action ${n} ${"word ".repeat(40)}`, byWhom: `Person ${n % 300}` }), planId: big, position: n + 1, completedOn: null, whatChanged: "", revision: 1, addedAt: "2026-03-04T10:00:00.000Z" }))));
var css = join6("/tmp/vis/assets", JSON.parse(readFileSync2("/tmp/vis/assets/manifest.json", "utf8"))["app.css"]);
var server = createAdaptorServer({ fetch: (req) => {
  const path2 = new URL(req.url).pathname;
  if (path2.startsWith("/assets/")) {
    const f = path2.endsWith("app.css") ? css : join6("/tmp/vis/assets", path2.slice(8));
    if (!existsSync2(f)) return new Response("", { status: 404 });
    const t = f.endsWith("css") ? "text/css" : f.endsWith("svg") ? "image/svg+xml" : f.endsWith("woff2") ? "font/woff2" : "text/javascript";
    return new Response(readFileSync2(f), { headers: { "content-type": t } });
  }
  return world.app.fetch(req);
} });
await new Promise((r) => server.listen(3e3, "localhost", () => r()));
var base = "http://localhost:3000";
var cookies = [...owner.browser.cookies].map(([name2, value]) => ({ name: name2, value, domain: "localhost", path: "/" }));
var cookie = cookies.map((c) => `${c.name}=${c.value}`).join("; ");
var time = async (label2, path2) => {
  for (let i = 0; i < 5; i++) await (await world.app.request(base + path2, { headers: { cookie } })).text();
  const t = performance.now();
  const N = 20;
  let size = 0;
  for (let i = 0; i < N; i++) size = (await (await world.app.request(base + path2, { headers: { cookie } })).text()).length;
  console.log(label2, ((performance.now() - t) / N).toFixed(2), "ms", size, "chars");
};
var P = (p, q = "") => `/organisations/${owner.organisation}/plans/${p}${q}`;
await time("small plan", P(plan));
await time("10,000 plan", P(big));
await time("10,000 page 100", P(big, "?page=100"));
await time("10,000 filtered by date", P(big, "?order=date&person=person+7"));
await time("10,000 new action", P(big, "/actions/new"));
var gz = await world.app.request(base + P(plan), { headers: { cookie, "accept-encoding": "gzip" } });
console.log("gzipped small plan", (await gz.arrayBuffer()).byteLength);
var gz2 = await world.app.request(base + P(big), { headers: { cookie, "accept-encoding": "gzip" } });
console.log("gzipped 50 rows", (await gz2.arrayBuffer()).byteLength);
var browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] });
var axe = readFileSync2("/work/main/node_modules/axe-core/axe.min.js", "utf8");
async function shot(name2, path2, width, options2 = {}) {
  const ctx = await browser.newContext({ viewport: { width, height: 900 }, bypassCSP: true });
  await ctx.addCookies(cookies);
  const page2 = await ctx.newPage();
  await page2.goto(base + path2);
  await options2.prepare?.(page2);
  await page2.evaluate(axe);
  const results = await page2.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  const scroll = await page2.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  console.log(name2, "axe:", results.violations.map((v) => `${v.id} ${v.nodes.length}: ${v.nodes[0].html.slice(0, 150)}`), "overflow:", scroll);
  if (options2.print) {
    await page2.pdf({ path: `/tmp/vis/${name2}.pdf`, format: "A4" });
  } else await page2.screenshot({ path: `/tmp/vis/${name2}.png`, fullPage: true });
  await ctx.close();
}
await shot("plan-1280", P(plan), 1280);
await shot("plan-320", P(plan), 320);
await shot("plan-900", P(plan), 900);
await shot("plan-print", P(plan), 1280, { print: true });
await shot("plan-page2", P(big, "?page=2"), 1280);
await shot("new-800", P(plan, "/actions/new"), 800);
await shot("edit-800", P(plan, `/actions/${acts[4].id}`), 800);
await shot("complete-320", P(plan, `/actions/${acts[0].id}/completion`), 320);
await shot("removed-800", P(plan, ``), 800, { prepare: async (p) => {
  await p.goto(base + P(plan, `/actions/${acts[2].id}`));
  await p.click("text=Remove this action");
} });
await shot("stale-800", P(plan, ``), 800, { prepare: async (p) => {
  await p.goto(base + P(plan, `/actions/${acts[3].id}`));
  await p.evaluate(() => document.querySelector("[name=revision]").value = "0");
  await p.fill("[name=action]", "Mine");
  await p.fill('[name="byWhen-day"]', "31");
  await p.click('button:has-text("Save")');
} });
await shot("errors-800", P(plan, ``), 800, { prepare: async (p) => {
  await p.goto(base + P(plan, `/actions/new`));
  await p.fill('[name="byWhen-day"]', "31");
  await p.fill('[name="byWhen-month"]', "2");
  await p.fill('[name="byWhen-year"]', "2026");
  await p.click('button:has-text("Add action")');
} });
var indicator3 = `/organisations/${owner.organisation}/assessments/${plan}/indicators/1.1`;
await shot("indicator-1000", indicator3, 1e3, { prepare: async (p) => {
  for (const d of await p.$$("details")) await d.evaluate((e) => e.open = true);
} });
await shot("indicator-320", indicator3, 320, { prepare: async (p) => {
  for (const d of await p.$$("details")) await d.evaluate((e) => e.open = true);
} });
await browser.close();
server.close();
await world.end();
process.exit(0);
