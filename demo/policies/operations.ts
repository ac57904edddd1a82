/** What a frontend asks along the life of a policy; names as the published contract has them. */
export const registerKey = `mutation ($input: RegisterSigningKeyInput!) { registerSigningKey(input: $input) {
  __typename ... on RegisterSigningKeyPayload { key { id } } ... on Problem { code message } } }`

export const startPreview = `mutation ($input: StartPreviewInput!) { startPreview(input: $input) {
  __typename ... on StartPreviewPayload { job { id } preview { id } }
  ... on PolicyProblem { code problems { path message remedy } } ... on Problem { code message } } }`

export const previewState = 'query ($id: ID!) { preview(id: $id) { state digest people } }'

export const propose = `mutation ($input: ProposePolicyInput!) { proposePolicy(input: $input) {
  __typename ... on ProposePolicyPayload { installation { id state sequence digest } }
  ... on PolicyProblem { code problems { path message remedy superior { catalogueId citation { instrument article } } } }
  ... on Problem { code message } } }`

export const approve = `mutation ($input: ApprovePolicyInput!) { approvePolicy(input: $input) {
  __typename ... on ApprovePolicyPayload { installation { id state approvedBy } } ... on Problem { code message } } }`
