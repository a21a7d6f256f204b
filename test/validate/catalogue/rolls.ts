import { csv } from '../../support/builders.ts';
import {
  type Cases,
  candidates,
  changed,
  followedBy,
  list,
  type Named,
  register,
  sound,
  stations,
  withFile,
} from './support.ts';

/** The definition with limits that are not checked unless given. */
const limited = (name: string, content: string): Named => ({
  ...changed({ limits: { stationVoters: 3000, listLengthPercent: '20', candidateAge: 25 } }),
  [name]: content,
});

/** The register of stations and the candidates. */
export const rollsCases: Cases = {
  'register-orphans': [
    followedBy(sound, 'stations/register.csv', csv('station,area', 'st1,S', 'st2,N1', 'st3,N2', 'st4,S')),
    followedBy(sound, 'stations/register.csv', csv('station,area', 'st1,N1', 'st3,N2')),
  ],
  'station-too-large': [
    limited(stations, csv('station,area,registered', 'st9,S,3001')),
    limited(stations, csv('station,area,registered', 'st9,S,3000')),
  ],
  'station-alike': [register('ST1,S,100'), register('st10,S,100')],
  'station-repeated': [
    withFile(stations, csv('station,area,name,registered', 'st9,S,Theatre,500')),
    withFile(stations, csv('station,area,name,registered', 'st9,S,Theatre,501')),
  ],
  'person-repeated': [
    list('list,A,1,Ann Lee,yes', 'list,B,1,Ann  LEE,yes'),
    list('list,A,1,Ann Lee,yes', 'list,B,1,Ann Leigh,yes'),
  ],
  'list-too-long': [
    limited(candidates, csv('contest,option,order', 'list,A,1', 'list,A,2', 'list,A,3')),
    limited(candidates, csv('contest,option,order', 'list,A,1', 'list,A,2')),
  ],
  'candidate-too-young': [
    limited(candidates, csv('contest,option,order,birth_date', 'list,A,1,1999-03-11')),
    limited(candidates, csv('contest,option,order,birth_date', 'list,A,1,1999-03-10')),
  ],
  'list-under-quota': [
    withFile(
      candidates,
      csv('contest,option,order,woman,youth,disability', 'list,A,1,no,no,no', 'list,A,2,no,no,no'),
    ),
    withFile(
      candidates,
      csv('contest,option,order,woman,youth,disability', 'list,A,1,no,no,', 'list,A,2,no,no,no'),
    ),
  ],
};
