import Divisions
