/** Secrets that are known by their shape alone, with what to call them. Each pattern begins with fixed letters, so that looking for it takes no longer than the text is. */
export const TOKEN_SHAPES: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['private-key', /-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----[^]*?(?:-----END [A-Z0-9 ]{0,40}PRIVATE KEY(?: BLOCK)?-----|$)/g],
  ['private-key', /AGE-SECRET-KEY-1[A-Z0-9]{20,}/g],
  ['aws-key', /(?<![A-Za-z0-9])(?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9])/g],
  ['github-token', /(?<![A-Za-z0-9])(?:gh[pousr]_[A-Za-z0-9]{20,255}|github_pat_[A-Za-z0-9_]{20,255})/g],
  ['gitlab-token', /(?<![A-Za-z0-9])gl(?:pat|ptt|dt|rt|cbt|soat|ft|agent|imt|ffct)-[A-Za-z0-9_.-]{15,}[A-Za-z0-9_]/g],
  ['slack-token', /(?<![A-Za-z0-9])xox[a-z](?:\.xox[a-z])?-[A-Za-z0-9-]{6,}|(?<![A-Za-z0-9])xapp-\d-[A-Za-z0-9-]{10,}/g],
  ['webhook', /hooks\.slack\.com\/(?:services|workflows|triggers)\/[A-Za-z0-9/_-]{8,}|discord(?:app)?\.com\/api\/webhooks\/\d+\/[\w-]{10,}/g],
  ['stripe-key', /(?<![A-Za-z0-9])(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{10,}|(?<![A-Za-z0-9])whsec_[A-Za-z0-9+/=]{16,}/g],
  ['google-key', /(?<![A-Za-z0-9])AIza[0-9A-Za-z_-]{30,}|(?<![A-Za-z0-9])ya29\.[\w-]{20,}|GOCSPX-[\w-]{20,}/g],
  ['jwt', /(?<![A-Za-z0-9])eyJ[\w-]{10,}\.(?:eyJ)?[\w-]{8,}(?:\.[\w-]*){0,3}/g],
  ['npm-token', /(?<![A-Za-z0-9])npm_[A-Za-z0-9]{30,}/g],
  ['api-key', /(?<![A-Za-z0-9])sk-(?:ant-|proj-|or-)?(?=[\w-]*\d)[A-Za-z0-9_-]{20,}/g],
  ['api-key', /(?<![A-Za-z0-9])SG\.[\w-]{16,}\.[\w-]{16,}/g],
  [
    'api-key',
    /(?<![A-Za-z0-9])(?:do[por]_v1_[a-f0-9]{40,}|hf_[A-Za-z0-9]{30,}|pypi-[\w-]{40,}|gl(?:sa|c)_[\w=+/-]{20,}|hv[sbr]\.[\w-]{20,}|shp(?:at|ca|pa|ss)_[a-fA-F0-9]{32}|lin_api_\w{30,}|ATATT3[\w=-]{20,}|NRAK-[A-Z0-9]{20,}|dckr_pat_[\w-]{20,}|sntrys_[\w=+/-]{20,}|pul-[a-f0-9]{40})/g,
  ],
  ['api-key', /(?<![A-Za-z0-9])\d{8,10}:AA[\w-]{30,}/g],
]
