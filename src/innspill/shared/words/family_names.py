"""Family names that are in use in Norway, written down by the authors of this program from memory.

A list of facts, not taken from a data set. What ends in -sen is nothing but a name; names that are
farms or places too (Bakken, Hauge, Nesheim) count only where something says that a person is meant.
"""

from __future__ import annotations

_SONS = """
Aanensen Aanonsen Aasmundsen Abelsen Abrahamsen Adamsen Adolfsen Adriansen Albertsen Albrektsen Albrigtsen
Alexandersen Alfredsen Amundsen Andersen Anderson Andersson Andreassen Andresen Ansgarsen Antonsen Antonsson Arildsen
Arnesen Arntsen Arntzen Arvesen Asbjørnsen Askildsen Aslaksen Augustinussen Axelsen Bendiksen Bengtsson Benjaminsen
Bentsen Berntsen Bertelsen Berthelsen Bertilsen Birgersen Bjarnesen Bjørnsen Bjørnsson Brynjulfsen Carlsen Carlson
Carlsson Christensen Christiansen Christoffersen Christophersen Clausen Clemetsen Conradsen Corneliussen Dagfinnsen
Danielsen Davidsen Didriksen Ebbesen Edvardsen Edvinsen Egilsen Eilertsen Einarsen Eliassen Ellefsen Ellingsen
Emanuelsen Enoksen Erichsen Eriksen Eriksson Erlandsen Erlingsen Ernstsen Espensen Evensen Eyvindsen Ferdinandsen
Filipsen Finnsen Fransen Frantzen Frederiksen Fredriksen Fritzsen Gabrielsen Gabrielsson Georgsen Gjermundsen Gjertsen
Gregersen Gudbrandsen Gudmundsen Gulbrandsen Gundersen Gunnarsen Gustafsson Gustavsen Guttormsen Haagensen Haakonsen
Halgrimsen Hallvardsen Halvorsen Hansen Hanssen Hansson Haraldsen Harrysen Hartvigsen Havardsen Helgesen Hemmingsen
Henningsen Henrichsen Henriksen Hermansen Hilmarsen Hjalmarsen Holgersen Hågensen Håkonsen Håvardsen Ingebretsen
Ingebrigtsen Ingvaldsen Ingvarsen Isachsen Isaksen Iversen Jacobsen Jakobsen Jansen Janssen Jansson Jensen Jenssen
Jeppesen Jeremiassen Jespersen Joachimsen Joakimsen Johannesen Johannessen Johansen Johanson Johanssen Johansson
Johnsen Jonassen Jonsen Jonsson Jorgensen Josefsen Jürgensen Jørgensen Jørgenssen Karlsen Karlsson Kasparsen Kaspersen
Ketilsen Kjellsen Klausen Klemetsen Knudsen Knutsen Kolbjørnsen Konradsen Korneliussen Kristensen Kristiansen
Kristoffersen Kåresen Larsen Larssen Larsson Lauritsen Lauritzen Laursen Leifsen Leonardsen Leonhardsen Levorsen
Lorentsen Lorentzen Ludvigsen Lukassen Lyngsen Madsen Magnussen Magnusson Markussen Martinsen Martinussen Mathiassen
Mathiesen Mathisen Mathissen Matsen Michaelsen Michalsen Michelsen Mikaelsen Mikalsen Mikkelsen Monsen Monssen
Mortensen Mortenssen Nathanielsen Nicolaisen Nielsen Nikolaisen Nilsen Nilssen Nilsson Olafsen Olaisen Olaussen
Olavesen Oliversen Olsen Olsson Olufsen Ommundsen Oppedalsen Ottarsen Ottesen Ottosen Ovesen Pahlsen Paulsen Pedersen
Persen Persson Petersen Peterson Pettersen Petterson Petterssen Pettersson Poulsen Povelsen Rafaelsen Ragnvaldsen
Randulfsen Rasmussen Reiersen Reinertsen Reinholdtsen Richardsen Robertsen Rolandsen Rolfsen Ronaldsen Rudolfsen
Rustadsen Sakariassen Salomonsen Samsonsen Samuelsen Sebjørnsen Sevaldsen Severinsen Sigurdsen Sigvaldsen Simensen
Simonsen Sivertsen Sjursen Staalesen Staffensen Steensen Stefansen Steffensen Steinarsen Steinsen Stensen Stiansen
Stillufsen Svendsen Svenningsen Svensen Svensson Syversen Syvertsen Sørensen Sørenssen Taraldsen Tellefsen Terjesen
Thomassen Thomsen Thorbjørnsen Thoresen Thorkildsen Thorsen Thorstensen Thorvaldsen Tobiassen Tollefsen Tollevsen
Tomassen Torbjørnsen Torgersen Torgrimsen Torjussen Torkelsen Torkildsen Torstensen Torvaldsen Trondsen Trygvesen
Tønnesen Tønnessen Tørresen Ulrichsen Ulriksen Vegarsen Vidarsen Viktorsen Vilhelmsen Villumsen Wilhelmsen Willassen
Willumsen Wilsen Zachariassen Zakariassen Øysteinsen Øyvindsen Ågesen Åsmundsen
"""
_OTHERS = """
Aalberg Aamodt Aarseth Aarskog Aase Aasen Aaserud Aasheim Aasland Abdi Abrahamsrud Aden Ahmadi Ahmed Akhtar Alstad
Alvestad Amdal Amundrud Andal Andenæs Anfinnsrud Apeland Arslan Askeland Askvik Aspelund Asphaug Aune Austad Austrheim
Aydin Bakk Bakke Bakkejord Bakkeli Bakken Bakkene Balto Barstad Begic Bekken Bekkevold Bentzen Berg Bergan Berge
Berger Bergersen Bergh Bergland Berglund Bergset Bergseth Bergstrøm Bergsvik Bergum Berhe Berisha Bjelland Bjerga
Bjerkan Bjerke Bjerknes Bjerkås Bjørge Bjørgo Bjørkli Bjørklund Bjørnerud Bjørnstad Blikra Boge Boine Bolstad
Bondarenko Bongo Borge Borgen Borgersen Botnen Botten Boyko Braaten Brandal Brandt Brandvold Bratland Bratli Brattli
Brattås Bredesen Breivik Brekke Brekken Brenden Brenna Brennhaug Brodahl Bruland Brun Brustad Bruun Bryn Bråten
Bråthen Buan Buer Bugge Buljo Bunes Burud Busch Butt Byberg Bye Bækken Bø Bøe Bøen Børresen Celik Chaudhry Dabrowski
Dahl Dahlberg Dahle Dahlen Dahlstrøm Dal Dale Dalen Dalland Dalset Dalseth Dalsgård Demir Dogan Drange Dunfjell Duong
Dyrdal Dyrhaug Dyrnes Ebrahimi Eek Egeberg Egeland Egge Eggen Eid Eide Eidem Eidet Eidsvik Eie Eik Eikeland Eikjok
Eikrem Einan Eira Ekeberg Ekeland Ekern Elden Eldøy Ellingsæter Elvebakk Elven Elvestad Engebakken Engebretsen
Engelsen Engen Enger Engeset Engh Engum Engås Enoksrud Erdal Erstad Espeland Espeset Espeseth Evenrud Evju Fagerli
Falch Falk Farah Farstad Fauskanger Fauske Felde Ferkingstad Fernandez Finstad Fischer Fjeld Fjelde Fjeldstad Fjell
Fjellanger Fjellheim Fjellner Fjellstad Fjelltun Fjæran Flaa Flaaten Fladmark Flaten Flatland Flatmo Flem Flo Florvåg
Flø Flåten Folland Fosse Fossen Fossum Fredheim Friis Frøland Frøyland Furnes Furset Furseth Furu Furuheim Furuli
Førde Førland Gaarder Gaino Garcia Garnes Garvik Gashi Gaup Gausdal Gaustad Ghebremedhin Gilje Gimse Gjelstad Gjelsten
Gjelsvik Gjerde Gjerdet Gjesdal Gjestvang Gjøsund Gjøvik Gonzalez Grabowski Granberg Grande Granerud Granheim Granli
Granlund Gravdal Grimsrud Grimstad Grindheim Grini Grong Groven Grøndahl Grønli Grønlie Grønnevik Grønning Grønvold
Grøtting Gudmestad Gullbekk Gulliksen Gunnerud Gustad Guttorm Haaland Haanes Hadzic Haga Hagberg Hagen Hagerup Haile
Hakkebo Halland Halle Halset Halseth Halvorsrud Hammer Hammeren Hamnes Hamre Hanstad Hansteen Haraldseid Hashemi Hasle
Hassan Hatland Hatlen Hatlestad Hatlevik Hauan Haug Haugan Hauge Haugen Haugerud Haugland Haugli Hauglid Haugsdal
Haugstad Haukaas Haukeland Haukland Haukås Havik Heen Hegdal Hegge Heggelund Heggem Heggen Heggland Hegland Hegre
Heier Heimdal Heitmann Helgeland Helgerud Helland Helle Hellebust Hellesund Hellevik Helset Helseth Hermansrud Hernes
Herstad Hestnes Hetland Hetta Hilde Hillestad Hinna Hjelle Hjellestad Hjelm Hjelmeland Hjelmtveit Hjorth Hoang Hodzic
Hoel Hoem Hoff Hofstad Hognestad Hole Holen Holm Holmberg Holme Holmedal Holmen Holmgren Holmstrøm Holmås Holst Holt
Holtan Holte Holten Holth Holthe Hosseini Hoti Hovda Hovde Hovden Hove Hovind Hovland Hoxha Husby Huse Huseby Husebø
Hussain Hustad Hustveit Husøy Huynh Hvidsten Hytten Hætta Høgås Høiby Høie Høiland Høydal Høyland Høylandsskjær Hågan
Håheim Håland Hånes Håvardstun Håvik Ilic Indrebø Ingebrigtsrud Ionescu Iqbal Isdahl Isene Ivanov Ivanova Iversbakken
Jafari Jahr Jahren Jama Jankauskas Jankowski Jenssveen Jevnaker Johnsgård Johnsrud Jordal Jordet Jordheim Jovanovic
Juuso Jørstad Jåma Kalland Kallestad Kalstad Kalvenes Kalvik Kaminski Kandiah Kappfjell Karimi Karlstad Kaupang Kaur
Kaya Kazlauskas Kemi Khan Kidane Kirkerud Kitti Kjeldsberg Kjellevold Kjelsberg Kjelstad Kjerland Kjos Kjær Kjærstad
Kjølstad Kjønnø Kleiven Klepp Kleppe Kleven Klungland Klungtveit Knapskog Knapstad Kolberg Kolnes Kolstad Kolås
Kongsvik Korsnes Korsvik Kovalchuk Kovalenko Kowalska Kowalski Kozlowski Krasniqi Kravchenko Krawczyk Krogh Krogstad
Kråkenes Kråkmo Kuhmunen Kumar Kvaal Kvale Kvalheim Kvalsvik Kvam Kvamme Kvamsdal Kvande Kvarme Kverneland Kvernmo
Kvinge Kvist Kvisvik Kværner Kvåle Kwiatkowski Labba Langeland Langerud Langli Langlo Langmo Langnes Langset Langseth
Langvik Larsstuen Lauvstad Lauvås Leikvoll Leirvik Leknes Lekve Lekven Lervik Lervåg Lewandowski Lia Lian Lid Lie Lien
Lier Lilleberg Lilleby Lillebø Lillehaug Lilleng Lillestøl Lillesund Lillevik Lindahl Lindberg Lindland Lindset
Lindseth Lindstad Lindstrøm Lindås Linge Lode Loe Lofthus Lopez Lorentsson Lothe Lund Lundberg Lundby Lunde Lundeby
Lunder Lundgren Lundhaug Lundquist Lundqvist Lundström Lyng Lyngset Lyngstad Lyngvær Lysberg Lysne Lystad Løberg Løken
Løkken Løland Løvaas Løvland Løvlie Løvold Løvås Magga Mahmood Mahmoud Malik Markhus Markovic Martinez Mazur Meland
Melberg Melby Melbye Melhus Meling Melland Mellingen Mellum Melnyk Meyer Midtbø Midtgård Midttun Midtun Mikalsrud
Mirza Mjelde Mjåvatn Moan Moberg Moe Moen Mogstad Mohamed Mohammadi Mohammed Mohamud Molland Molnes Molvik Monsrud
Monstad Moradi Morina Mortvedt Mosby Moseng Mowinckel Müller Munch Munkvold Munthe Myhr Myhre Myhren Myhrer Myklebost
Myklebust Myran Myrland Myrset Myrseth Myrvang Myrvold Myrvoll Mæhlum Mæland Møen Møller Mørch Mørk Mørkved Møster
Måløy Nango Nerland Nervik Nes Nesbakken Nese Neset Nesheim Ness Nesse Nesset Ngo Nguyen Niittyvuopio Nikolic Nilsskog
Nistad Njøs Nord Nordahl Nordal Nordang Nordby Nordbø Nordeng Nordgård Nordhagen Nordhaug Nordheim Nordhus Nordland
Nordli Nordlie Nordlund Nordmo Nordnes Nordskog Nordstrand Nordstrøm Nordtveit Nordvik Nore Norheim Norland Norum
Nowak Nutti Nybakk Nyberg Nybø Nygaard Nygård Nyhagen Nyheim Nyhus Nyland Nylund Nymo Nymoen Nyset Nyseth Nystad
Nystrøm Nystuen Nysæter Näkkäläjärvi Nærland Næss Nødtvedt Ohr Okkenhaug Olaussveen Olderbakk Olsrud Omar Omdal Omland
Opdahl Opdal Opheim Oppedal Oppegård Opsahl Opsal Orheim Orset Orvik Oskal Osland Osman Osmundsen Ottestad Overå
Oxholm Ozturk Paasche Pawlowski Perez Petrauskas Petrov Petrova Petrovic Pham Phan Piotrowski Popescu Porsanger
Qureshi Qvale Raa Radu Rahimi Rahman Rajaratnam Raknes Ramberg Ramberget Ramsdal Ramsland Ramstad Ramsøy Randen
Ranheim Rasch Raustein Ravndal Ravnås Refsnes Refvik Reime Reinholt Reinås Reitan Reite Reiten Rekdal Remme Remøy
Rezai Ringdal Ringen Ringstad Risa Risan Risberg Rishaug Risnes Risvik Rodriguez Rogne Rognstad Roland Rolstad
Rommetveit Rosenberg Rosenlund Rosland Rossland Rosvold Rud Rudi Rui Rustad Rustand Rusten Ruud Ryen Rygg Rygh Ryland
Rysstad Rød Rødal Rødland Rødseth Røe Røed Røen Røkke Rønneberg Rønning Rønningen Rørvik Røsberg Røseth Røstad Røste
Røyrvik Sagen Sahin Sakshaug Salte Saltnes Sanchez Sand Sandaker Sandal Sandbakk Sandbakken Sandberg Sande Sanden
Sandhu Sandmo Sandnes Sandstad Sandven Sandvik Sandvoll Sandøy Schmidt Schneider Seim Seland Selnes Selvik Selvåg Sexe
Shala Sharma Sheikh Shevchenko Singh Sivakumar Skaar Skaare Skarbø Skare Skarpnes Skarstad Skartveit Skaug Skauge
Skeie Skjelbred Skjerve Skjold Skjong Skjæveland Skjølsvik Skogen Skogheim Skogli Skoglund Skogly Skogset Skogseth
Skogstad Skogvold Skontorp Skorpen Skotnes Skram Skum Skålevik Skår Skåra Slettebø Sletten Slettvoll Slinning Smedsrud
Smestad Smith Solbakk Solbakken Solberg Solem Solheim Solli Sollie Solum Solvang Solvik Solås Somby Sommerfelt Sorte
Spjelkavik Stamnes Standal Stangeland Stankevicius Stavang Staveland Stavik Steen Steinbakk Steinsland Steinsvik
Stenberg Stendal Stene Stenersen Stenseth Stokka Stokkan Stokke Stokkeland Storaas Storbakken Storberg Stordal Storeng
Storhaug Storli Storlien Stormo Storvik Storås Strand Strandberg Strande Stranden Strandheim Strandvik Straume Strøm
Strømme Strømmen Strømnes Strømsnes Strømstad Støen Støle Støylen Sulen Sundal Sundby Sundbø Sunde Sundet Sundli
Sundnes Sundsbø Sundseth Sundt Sundvik Svartdal Sveen Sveinall Sviggum Syed Syse Syversrud Szymanski Sæbø Sæter Sæther
Sætrang Sætre Sætren Søfteland Søgaard Søgnen Sørby Sørbø Sørdal Sørgård Sørhus Sørli Sørlie Sørum Søvik Talgø
Tandberg Tande Tangen Teige Teigen Tekle Tesfay Thoresrud Thorsrud Thorud Tjelmeland Tjelta Tjønn Tkachenko Toft Tofte
Tokle Tolås Tomter Tonning Tonstad Topphol Tornensis Torp Torpe Torset Torvik Tran Trengereid Trones Tungesvik Tunheim
Turi Tvedt Tveit Tveita Tveitan Tveitane Tveiten Tveter Tysse Tyssen Ueland Ulland Ulstein Ulvestad Ulvik Underhaug
Undheim Undset Urdal Utne Utsi Utvik Vaage Vaagen Vabø Valderhaug Valen Valkeapää Valla Valle Valvik Vang Vangen
Vangsnes Varhaug Vassbotn Vassdal Vasset Vatland Vatn Vatne Vatnedal Vedvik Velle Vestby Vestbø Vesterås Vestli
Vestnes Vestre Vestvik Vevang Vibe Vigre Vik Vika Vikan Vikane Vike Viken Vikene Vikse Vindenes Vinje Volden Vollan
Vollset Vorland Vu Våde Vågan Våge Vågen Vågnes Wang Wangen Warsame Weber Wessel Wiberg Wiik Wik Wiken Winge Winje
Winsnes Winther Wisniewski Wojcik Wold Wolden Wollan Wozniak Yilmaz Ystad Ystgaard Ytrehus Ytterdal Yttervik Ytterøy
Yusuf Zielinski Øberg Ødegaard Ødegaarden Ødegård Øen Øgaard Øie Øien Øksnes Øritsland Ørstavik Østby Østbø Østensen
Østerhus Østgård Østli Østlie Østrem Østvold Øverby Øvergård Øverland Øverås Øvrebø Øyan Øye Øyen Ådland Ålvik Åmodt
Årdal Årnes Årvik Åsebø Åsen Åsheim Åsland Åstveit
"""
SONS = frozenset(_SONS.split())
"""Names made of a father's: they are no places and no words."""
FAMILY = SONS | frozenset(_OTHERS.split())
"""All family names that are known here."""
