// Limits — the named bounds of the data centre.

/** Packets one office may have begun and not yet finished. */
export const openUploadsMax = 64
/** Whoever has too many open is told to come back after this. */
export const openUploadsRetryMs = 60_000
/** An upload that nobody announced again for so long is swept away, with what came of it. */
export const uploadStaleMs = 7 * 24 * 3_600_000
/** How often the stale and the orphaned are swept. */
export const uploadSweepMs = 3_600_000
export const uploadsSweptMax = 10_000
/** A line that brings nothing for so long is taken for cut. */
export const pieceStallMsMax = 30_000
/** Of one piece no more than this waits for the write before it. */
export const gatheredBytesMax = 512 * 1024
/** Whole packets held in memory at once, while they are checked and stored. */
export const wholePacketsMax = 4
/** Threads in which they are checked. */
export const checkThreads = 2
/** A packet whose check takes longer waits for the office's next try. */
export const checkMsMax = 30_000

/** What one office may ask at once, and how much of that comes back each second. */
export const officeRequestsMax = 300
export const officeRequestsPerSecond = 10
/** The same for the bytes that it carries here. */
export const officeBytesMax = 64 * 1024 * 1024
export const officeBytesPerSecond = 4 * 1024 * 1024
/** From so much at once on, other work gives way to what arrives; in all offices together. */
export const rushBytes = 4 * 1024 * 1024
/** No more than this is remembered of a rush, and so much of it is forgotten each second. */
export const rushBytesMax = 8 * 1024 * 1024
export const rushBytesPerSecond = 16 * 1024 * 1024
/** Whoever gave way so long goes on all the same. */
export const giveWayMsMax = 2_000
export const rushLookMs = 25
/** After a cut, what the line had already carried may take this long to reach the disk. */
export const writerWaitMsMax = 3_000
export const officeCodeLifeMs = 7 * 24 * 3_600_000
export const officesMax = 20_000

/** Senders and reasons of what was refused at the door that wait to be counted together. */
export const doorKindsMax = 1_000
/** A capture that lies further ahead, or further back, was made under a clock that is wrong. */
export const captureAheadMsMax = 24 * 3_600_000
export const captureAgeMsMax = 180 * 24 * 3_600_000

/** How often the pipeline looks for work that nobody woke it for. */
export const pipelineIdleMs = 1_000
/** A packet that failed for the center's own fault is tried again after this, doubled each time. */
export const retryFirstMs = 1_000
export const retryMsMax = 10 * 60_000
/** Then it is set aside: after about a quarter of an hour of trying the same step. */
export const triesMax = 10
/** Searches that failed because not all of the gallery answered count no further than this. */
export const searchTriesCounted = 5
/** Packets that one process has in hand at once; each holds a connection to the database. */
export const packetsAtOnce = 4
/** Finger records that may wait for a thread; ten times the packets at once, and room to spare. */
export const recordsAtOnceMax = 200
/** A record that takes a thread longer is the center's fault, and tried again. */
export const examineMsMax = 30_000

/** A page of answers ends with the one that reaches this; about ten photos. */
export const answersBytesMax = 512 * 1024

/** While offices wait for answers, the log is looked at this often. */
export const logLookMs = 200
/** A notice to the offices ends at the latest so long after it begins. */
export const noticeSpanMsMax = 90 * 24 * 3_600_000

export const candidatesMax = 20

/** The partitions of the gallery: a case's first digits, hexadecimal ones, say where it belongs. */
export const partitionDigits = 3
export const partitionsMax = 16 ** partitionDigits
export const matchersMax = 4_000
/** What a matcher has in hand at once; whoever comes then is told that it is busy. */
export const matcherAsksMax = 64
/** Quick looks, one a copy, of which a matcher remembers whom they kept. */
export const keptLooksMax = 1_024
/** A look that is not answered by then is not answered at all. */
export const lookMsMax = 10_000
/** A matcher that says nothing for so long is left waiting, and its replica asked. */
export const lookSliceMs = 3_000
/** Everybody was asked in vain: so long until the next round. */
export const roundPauseMs = 100
/** Whoever did not answer is asked last for so long, doubled each time. */
export const avoidFirstMs = 2_000
export const avoidMsMax = 60_000
/** Copies of which a center remembers on which thread of a matcher they lie. */
export const lanesKnownMax = 32_768
/** How often a center looks whether the map has changed, and a matcher what it is to hold. */
export const mapLookMs = 1_000
export const matcherTurnMs = 500
/** A matcher of which nothing changes says at the latest so often that it is there. */
export const matcherTellMs = 2_000
/** A matcher that has not been seen for so long is not counted on to hold anything. */
export const matcherSeenMsMax = 10_000
/** What a new map no longer names is kept so long for searches that began by the old one. */
export const mapGraceMs = 30_000
export const natsRetryMs = 250
/** A server that is there and says nothing for so long is left, and tried again. */
export const natsConnectMsMax = 3_000
export const natsPingMs = 5_000

/** The gallery is written to disk after so many changes, and when the center stops. */
export const snapshotAfterChanges = 20_000
export const snapshotIdleMs = 60_000
/** Whoever lacks templates of this version of the engine is looked for so often. */
export const remakeIdleMs = 1_000
/** Cases that wait for a search or an expert, of which that is looked up together. */
export const remakeWaitingAtOnce = 50
/** Cases whose packets could not be opened that are not tried again before the next start. */
export const remakeFailuresKept = 10_000
/** Cases whose templates of earlier versions are dropped together. */
export const templateCasesAtOnce = 1_000
/** People whose name is compared because their birth date is near: some thousands in a million. */
export const datesComparedMax = 20_000
/** Names that share fewer of their trigrams are not told. */
export const nameSimilarityMin = 0.5
/** Cases of earlier days that are made findable by name together; some hundredths of a second. */
export const demographicsFilledAtOnce = 100
/** People who are told to be like a newcomer on paper. */
export const alikeMax = 20
export const adjudicationsListedMax = 200
export const pipelineListedMax = 100
/** Of a person's cases, and of what was found about them, an expert is shown the latest. */
export const pastCasesMax = 20
export const pastEntriesMax = 30
/** The plot of throughput: six hours in steps of ten minutes. */
export const throughputStepMs = 10 * 60_000
export const throughputSteps = 36
export const verdictReasonMax = 2_000
/** Longest side of a photo or signature that the screens show. */
export const pictureSidePxMax = 6_000
