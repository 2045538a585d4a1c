// What relay-compiler makes its artifacts of; read.mjs imports those, as Babel would make a bundler do.

import { graphql } from "relay-runtime";

graphql`
  query questionsQuery {
    ...questions_statements
  }
`;

graphql`
  fragment questions_statements on Query
  @argumentDefinitions(count: { type: "Int", defaultValue: 10 }, cursor: { type: "String" })
  @refetchable(queryName: "questionsPageQuery") {
    statements(first: $count, after: $cursor) @connection(key: "questions_statements") {
      totalCount
      edges {
        node {
          id
          summary
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`;

graphql`
  fragment questions_statement on Statement @refetchable(queryName: "questionsRefetchQuery") {
    summary
    speakers {
      name
    }
    renderings {
      wording
    }
  }
`;

graphql`
  subscription questionsChangesSubscription($since: Int) {
    changes(since: $since) {
      number
      summary
      edits {
        id
        action
      }
    }
  }
`;
