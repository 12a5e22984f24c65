import Resolving
