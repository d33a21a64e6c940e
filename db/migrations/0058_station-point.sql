-- What earthdistance's ll_to_earth says, by a function of ours whose body is read when it is made: that of the
-- extension is read when it is called and names its parts without their schema, so that before PostgreSQL 18 a
-- restored dump could not make the index.
CREATE FUNCTION station_point(latitude float8, longitude float8) RETURNS cube
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN cube(
    cube(
      cube(earth() * cos(radians(latitude)) * cos(radians(longitude))),
      earth() * cos(radians(latitude)) * sin(radians(longitude))
    ),
    earth() * sin(radians(latitude))
  );--> statement-breakpoint
DROP INDEX "stations_position_idx";--> statement-breakpoint
CREATE INDEX "stations_position_idx" ON "stations" USING gist (station_point("latitude"::float8, "longitude"::float8));
