import Querying
