// Usage — what is said to somebody whose command was not understood.

const usage = `usage: ./loket finger extract IMAGE [--dpi N] [-o OUT] [--json]
       ./loket finger match A B [--dpi N] [--json]
       ./loket finger show A B [-o FILE.png|FILE.svg] [--dpi N] [--json]
       ./loket finger trace IMAGE [OTHER] -o DIR [--dpi N] [--json]
       ./loket finger scores DIR [--dpi N] -o SCORES.csv [--quality QUALITIES.csv] [--json]
       ./loket finger eval DIR … [--persons|--split] [--plots DIR] [--through iso|ansi] [--dpi N]
                              [--json]
       ./loket finger eval --discard DIR … [--plots DIR] [--dpi N] [--json]
       ./loket finger convert IN -o OUT [--bitrate R] [--width N --height N] [--dpi N] [--json]
       ./loket finger calibrate DIR … [--dpi N] [--json]
       ./loket finger quality IMAGE … [--dpi N] [--json]
       ./loket finger synthetic …

  extract    minutiae of a picture; -o writes the template in its own form
  match      one score for two pictures or templates
  show       score and pairs of two pictures or templates; -o draws them side by side
  trace      a picture of each step and a page that tells them; with OTHER also of the comparison
  scores     every pair of a folder's prints: fileA,fileB,score
             --quality: and a table of their pictures' qualities, file,quality
  eval       error rates by the protocol of FVC; files are FINGER_IMPRESSION.png
             --persons: fused scores of whole people; files are PERSON-FINGER_VISIT.png
             --split: with the score's weights fitted to half of the fingers, on the other half
             --discard: how many genuine pairs are still missed when the worst pictures by
             quality are thrown away
             --plots: histograms of scores and DET curves as SVG, and a page that shows them;
             with --discard its curve
             --through: each template as a record of ISO 19794-2:2005 or ANSI 378-2004
  convert    from one form to another: pictures .png .wsq .raw, minutiae records .iso .ansi,
             the engine's own template .lft; a raw picture says its sides in its name (_388x374);
             --bitrate: bits per pixel of a WSQ, 0.75 where nothing is said
  calibrate  the weights of the score, fitted to the folders' pairs
  quality    whether pictures are good enough to be kept, and if not, why
  --dpi      the resolution, where the files are wrong about their own
`

export function wrongUsage(why: string): number {
  process.stderr.write(`${why}\n\n${usage}`)
  return 2
}
